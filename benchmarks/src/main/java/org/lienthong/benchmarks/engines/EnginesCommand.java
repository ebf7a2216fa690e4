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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./lienthong bench engines}: the platform beside the engines that a user would pick. */
@Command(
        name = "engines",
        description = {
            "The platform's jobs beside other engines on the same input, each checked to the last record.",
            "Ends with 1 when a result is wrong, or the platform is slower than --floor times the plain DSL."
        },
        mixinStandardHelpOptions = true)
public final class EnginesCommand implements Callable<Integer> {

    private static final String PLATFORM = "full";
    private static final String PLAIN = "dsl";
    private static final int SMOKE_DOSSIERS = 20_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--engines", split = ",", description = "Which, by name; default: all.")
    private List<String> names = List.of();

    @Option(names = "--dossiers", defaultValue = "400000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(names = "--runs", defaultValue = "3", description = "Of each engine, in turn. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--threads", defaultValue = "2", description = "Of each engine. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--heap",
            defaultValue = "4g",
            converter = Heap.Converter.class,
            description = "Of each engine. Default: ${DEFAULT-VALUE}.")
    private Heap heap = new Heap("4g");

    @Option(names = "--jvm", description = "A further option of each engine's virtual machine.")
    private List<String> jvm = new ArrayList<>();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--smoke", description = "About a minute: the platform and the plain DSL, once, 20,000 dossiers.")
    private boolean smoke;

    @Option(names = "--floor", description = "Fails when the platform is not so many times as fast as the plain DSL.")
    private double floor;

    @Option(names = "--json", description = "Every run as JSON instead of the table.")
    private boolean json;

    @Option(names = "--plot", description = "Writes the medians as a picture (SVG).")
    private @Nullable Path plot;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (smoke) {
            names = List.of(PLATFORM, PLAIN);
            dossiers = SMOKE_DOSSIERS;
            runs = 1;
            heap = new Heap("1g");
        }
        List<Engine> engines = engines();
        List<RunResult> results = input.with(dossiers, (prepared, expected) -> measure(engines, prepared, expected));
        Comparison comparison = new Comparison(results);
        System.out.print(json ? new ObjectMapper().writeValueAsString(results) + "\n" : comparison.table());
        if (plot != null) {
            Files.writeString(plot, Plot.svg(comparison));
        }
        boolean right = results.stream().allMatch(RunResult::isRight);
        return right && isFastEnough(comparison) ? 0 : 1;
    }

    /** In turn, so that what the machine does meanwhile meets all alike. */
    private List<RunResult> measure(List<Engine> engines, Path prepared, Expected expected)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(heap.jvmOptions());
        options.addAll(jvm);
        Run run = new Run(prepared, expected, options, threads);
        List<RunResult> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            for (Engine engine : engines) {
                RunResult result = run.of(engine);
                results.add(result);
                System.err.println(result.line());
            }
        }
        return results;
    }

    private boolean isFastEnough(Comparison comparison) {
        if (!comparison.engines().containsAll(List.of(PLATFORM, PLAIN))) {
            return true;
        }
        double ratio = comparison.ratio(PLATFORM, PLAIN);
        System.err.printf("%s is %.2f times as fast as %s%n", PLATFORM, ratio, PLAIN);
        if (ratio < floor) {
            System.err.printf("slower than %.2f times: something has become slow%n", floor);
            return false;
        }
        return true;
    }

    private List<Engine> engines() {
        List<Engine> all = EngineProgram.engines();
        if (names.isEmpty()) {
            return all;
        }
        List<Engine> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(all.stream()
                    .filter(engine -> engine.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "no engine is called " + name + "; there are "
                                    + all.stream().map(Engine::name).toList())));
        }
        return chosen;
    }
}
