package org.lienthong.benchmarks.engines;

import java.util.List;

/** Bars, one for each engine: its steady rate, and in front of it, darker, its rate from a cold start. SVG. */
final class Plot {

    private static final int WIDTH = 720;
    private static final int LEFT = 130;
    private static final int RIGHT = 110;
    private static final int ROW = 34;

    private Plot() {}

    static String svg(Comparison comparison) {
        List<String> engines = comparison.engines();
        double most = engines.stream()
                .mapToDouble(engine -> Math.max(
                        comparison.rate(engine).median(),
                        comparison.steadyRate(engine).median()))
                .max()
                .orElse(1);
        int height = ROW * engines.size() + 40;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="white"/>
                """.formatted(WIDTH, height));
        for (int i = 0; i < engines.size(); i++) {
            String engine = engines.get(i);
            int y = 10 + ROW * i;
            double cold = comparison.rate(engine).median();
            double steady = comparison.steadyRate(engine).median();
            svg.append(text(LEFT - 8, y + 17, "end", engine));
            svg.append(bar(y, steady / most, "#9cc3e6")).append(bar(y, cold / most, "#1f5f99"));
            svg.append(text(
                    LEFT + width(Math.max(cold, steady) / most) + 6,
                    y + 17,
                    "start",
                    "%,.0f / %,.0f".formatted(cold, steady)));
        }
        svg.append(text(LEFT, height - 10, "start", "events a second: from a cold start (dark) / steady (light)"));
        return svg.append("</svg>\n").toString();
    }

    private static String bar(int y, double share, String colour) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"24\" fill=\"%s\"/>\n"
                .formatted(LEFT, y, width(share), colour);
    }

    private static int width(double share) {
        return (int) Math.round(share * (WIDTH - LEFT - RIGHT));
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, text);
    }
}
