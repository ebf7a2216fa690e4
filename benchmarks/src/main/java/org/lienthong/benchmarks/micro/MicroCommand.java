package org.lienthong.benchmarks.micro;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lienthong bench micro}: what single steps cost, each in processes of its own. */
@Command(
        name = "micro",
        description = "JMH: codec, fold, working time and publisher alone, in nanoseconds and bytes allocated.",
        mixinStandardHelpOptions = true)
public final class MicroCommand implements Callable<Integer> {

    private static final int NOTHING_FOUND = 2;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = ".*",
            description = "Which: a regular expression that their names contain, such as Codec. Default: all.")
    private String pattern = ".*";

    @Option(names = "--json", paramLabel = "FILE", description = "The results in JMH's format as well.")
    private @Nullable Path json;

    @Option(
            names = "--quick",
            description = "Only to see that they run: a second each, in one process; figures not to be quoted.")
    private boolean quick;

    @Override
    public Integer call() throws RunnerException {
        try {
            Runner runner =
                    new Runner(options(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL));
            System.out.print(Table.of(runner.run().stream().map(Measured::of).toList()));
            return 0;
        } catch (NoBenchmarksException e) {
            System.err.println("không có phép đo nào khớp / no benchmark matches: " + pattern);
            return NOTHING_FOUND;
        }
    }

    private Options options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                // The collector of the platform; a heap that does not grow while it is measured.
                .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(time())
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(time());
        if (json != null) {
            options.resultFormat(ResultFormatType.JSON).result(json.toString());
        }
        return options.build();
    }

    private TimeValue time() {
        return quick ? TimeValue.milliseconds(300) : TimeValue.seconds(1);
    }
}
