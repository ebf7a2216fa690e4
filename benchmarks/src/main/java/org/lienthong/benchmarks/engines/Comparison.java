package org.lienthong.benchmarks.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the runs of all engines come to: medians and ranges, and how many times as fast one is as another. */
final class Comparison {

    private final Map<String, List<RunResult>> byEngine = new LinkedHashMap<>();

    /** @param results undisturbed ones count, unless an engine has no other */
    Comparison(List<RunResult> results) {
        for (RunResult result : results) {
            byEngine.computeIfAbsent(result.engine(), engine -> new ArrayList<>())
                    .add(result);
        }
        byEngine.values().forEach(runs -> {
            if (!runs.stream().allMatch(RunResult::isDisturbed)) {
                runs.removeIf(RunResult::isDisturbed);
            }
        });
    }

    /** Of one engine, over its runs. */
    record Spread(double least, double median, double most) {

        static Spread of(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
            double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
            int middle = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return new Spread(sorted[0], median, sorted[sorted.length - 1]);
        }

        String text(String form) {
            String middle = form.formatted(median);
            return least == most ? middle : "%s (%s–%s)".formatted(middle, form.formatted(least), form.formatted(most));
        }
    }

    /** How many times as fast an engine is as another, over the whole of a run. */
    double ratio(String engine, String other) {
        return rate(engine).median() / rate(other).median();
    }

    /** The engines, the fastest first. */
    List<String> engines() {
        return byEngine.keySet().stream()
                .sorted(Comparator.comparingDouble(
                        (String engine) -> -rate(engine).median()))
                .toList();
    }

    Spread rate(String engine) {
        return spread(engine, RunResult::rate);
    }

    Spread steadyRate(String engine) {
        return spread(engine, RunResult::steadyRate);
    }

    /** As a table in Markdown; medians, with the least and the most in brackets. */
    String table() {
        StringBuilder table = new StringBuilder("| engine | runs | events/s, cold | steady | CPU s, engine + broker"
                + " | peak MB | written/read |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (String engine : engines()) {
            List<RunResult> runs = byEngine.getOrDefault(engine, List.of());
            table.append("| %s | %d | %s | %s | %.0f + %.0f | %.0f | %.2f |%n"
                    .formatted(
                            engine,
                            runs.size(),
                            rate(engine).text("%,.0f"),
                            steadyRate(engine).text("%,.0f"),
                            spread(engine, RunResult::engineCpuSeconds).median(),
                            spread(engine, RunResult::brokerCpuSeconds).median(),
                            spread(engine, RunResult::peakMegabytes).median(),
                            spread(engine, RunResult::written).median()));
        }
        return table.toString();
    }

    private Spread spread(String engine, ToDoubleFunction<RunResult> figure) {
        return Spread.of(byEngine.getOrDefault(engine, List.of()), figure);
    }
}
