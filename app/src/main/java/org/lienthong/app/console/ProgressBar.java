package org.lienthong.app.console;

import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a long piece of work is. On a terminal it redraws one line; elsewhere it writes a line every tenth, so that a
 * log stays readable.
 */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final String label;
    private final long total;
    private final long start = System.nanoTime();
    private long lastDrawn;
    private int lastTenth = -1;
    private boolean closed;

    /** @param total what counts as all of it; at least 1 */
    public ProgressBar(PrintStream out, boolean terminal, String label, long total) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
        this.total = Math.max(1, total);
    }

    /** @param done so far; never less than before */
    public void update(long done) {
        long now = System.nanoTime();
        if (terminal && (now - lastDrawn >= REDRAW_NANOS || done >= total)) {
            lastDrawn = now;
            int filled = (int) Math.min(WIDTH, done * WIDTH / total);
            out.printf("\r%s [%s%s] %s", label, "█".repeat(filled), "·".repeat(WIDTH - filled), status(done, now));
            out.flush();
        } else if (!terminal && done * 10 / total > lastTenth) {
            lastTenth = (int) (done * 10 / total);
            out.printf("%s %s%n", label, status(done, now));
        }
    }

    private String status(long done, long now) {
        double seconds = Math.max(1e-3, (now - start) / 1e9);
        return String.format(
                Locale.ROOT, "%3d%%  %,d  %,.0f/s", Math.min(100, done * 100 / total), done, done / seconds);
    }

    @Override
    public void close() {
        if (terminal && !closed) {
            out.println();
        }
        closed = true;
    }
}
