package org.lienthong.benchmarks.engines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench engines}: the platform beside the engines that a user would pick. */
@Command(
        name = "engines",
        description = "The platform's jobs beside other engines on the same input, each right to the last record.",
        mixinStandardHelpOptions = true)
public final class EnginesCommand implements Callable<Integer> {

    @Option(names = "--engines", split = ",", description = "Which, by name; default: all.")
    private List<String> names = List.of();

    @Option(names = "--dossiers", defaultValue = "200000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(names = "--runs", defaultValue = "3", description = "Of each engine, in turn. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--threads", defaultValue = "2", description = "Of each engine. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--heap", defaultValue = "2g", description = "Of each engine. Default: ${DEFAULT-VALUE}.")
    private String heap = "2g";

    @Option(names = "--jvm", description = "A further option of each engine's virtual machine.")
    private List<String> jvm = new ArrayList<>();

    @Option(names = "--input-dir", description = "Where inputs are kept and found again; default: a temporary one.")
    private @Nullable Path inputs;

    @Option(names = "--json", description = "The results as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path cache = inputs == null ? Files.createTempDirectory("lienthong-input") : inputs;
        try {
            Path prepared = Preparation.of(cache.toAbsolutePath(), dossiers);
            Expected expected = Preparation.expected(prepared);
            List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC"));
            options.addAll(jvm);
            Run run = new Run(prepared, expected, options, threads);
            List<RunResult> results = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                for (Engine engine : engines()) {
                    RunResult result = run.of(engine);
                    results.add(result);
                    System.err.println(result.line());
                }
            }
            if (json) {
                System.out.println(new ObjectMapper().writeValueAsString(results));
            }
            return results.stream().allMatch(RunResult::isRight) ? 0 : 1;
        } finally {
            if (inputs == null) {
                Preparation.delete(cache);
            }
        }
    }

    private List<Engine> engines() {
        List<Engine> all = EngineProgram.engines();
        return names.isEmpty()
                ? all
                : names.stream()
                        .map(name -> all.stream()
                                .filter(engine -> engine.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("no engine is called " + name)))
                        .toList();
    }
}
