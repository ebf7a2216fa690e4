package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.settings.KafkaSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench recovery}: the platform's jobs are killed half-way, and must go on and end right. */
@Command(
        name = "recovery",
        description = "Kills the platform's jobs (kill -9) half-way, with and without loss of their state directory.",
        mixinStandardHelpOptions = true)
public final class RecoveryCommand implements Callable<Integer> {

    private static final double KILLED_AT = 0.5;

    @Option(names = "--dossiers", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(names = "--heap", defaultValue = "2g", description = "Default: ${DEFAULT-VALUE}.")
    private String heap = "2g";

    @Option(names = "--input-dir", description = "Where inputs are kept and found again; default: a temporary one.")
    private @Nullable Path inputs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path cache = inputs == null ? Files.createTempDirectory("lienthong-input") : inputs;
        try {
            Path prepared = Preparation.of(cache.toAbsolutePath(), dossiers);
            Expected expected = Preparation.expected(prepared);
            boolean right = true;
            System.out.println(
                    "| state | directory | events at the kill | s to the first commit | s to the end | result |");
            System.out.println("| --- | --- | ---: | ---: | ---: | --- |");
            for (Engine engine : List.of(new ProductEngine(), new RocksDbEngine())) {
                for (boolean lost : List.of(false, true)) {
                    right &= measure(engine, lost, prepared, expected);
                }
            }
            return right ? 0 : 1;
        } finally {
            if (inputs == null) {
                Preparation.delete(cache);
            }
        }
    }

    /** @param lost whether the directory of the state is lost with the process */
    private boolean measure(Engine engine, boolean lost, Path prepared, Expected expected)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("lienthong-recovery");
        Path log = directory.resolve("log");
        Path state = directory.resolve("state");
        Preparation.copy(prepared, directory.resolve("kafka"));
        try (Child broker = Child.start(
                BrokerProgram.class,
                Run.BROKER_JVM,
                log,
                directory.resolve("kafka").toString())) {
            KafkaSettings kafka = new KafkaSettings(broker.answer());
            try (Progress progress = new Progress(kafka, engine, expected.statistics())) {
                long killedAt;
                try (Child first = start(engine, kafka, state, log)) {
                    killedAt = await(progress, first, (long) (KILLED_AT * progress.events()), log);
                    first.kill();
                }
                if (lost) {
                    Preparation.delete(state);
                }
                long start = System.nanoTime();
                try (Child second = start(engine, kafka, state, log)) {
                    await(progress, second, killedAt + 1, log);
                    double firstCommit = (System.nanoTime() - start) / 1e9;
                    await(progress, second, progress.events(), log);
                    while (!progress.isFinal()) {
                        progress.committed();
                    }
                    double end = (System.nanoTime() - start) / 1e9;
                    String verdict = Judge.verdict(engine, second, kafka, expected);
                    System.out.printf(
                            "| %s | %s | %,d | %.1f | %.1f | %s |%n",
                            engine.name(),
                            lost ? "lost" : "kept",
                            killedAt,
                            firstCommit,
                            end,
                            verdict.isEmpty() ? "right" : verdict);
                    return verdict.isEmpty();
                }
            }
        } finally {
            Preparation.delete(directory);
        }
    }

    private Child start(Engine engine, KafkaSettings kafka, Path state, Path log) throws IOException {
        return Child.start(
                EngineProgram.class,
                List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+UseParallelGC"),
                log,
                engine.name(),
                kafka.bootstrapServers(),
                state.toString(),
                "2");
    }

    /** Waits until so many events are committed, and returns how many are. */
    private static long await(Progress progress, Child engine, long events, Path log)
            throws IOException, InterruptedException {
        long done = progress.committed();
        while (done < events) {
            if (!engine.isAlive()) {
                throw new IOException("the jobs ended by themselves\n" + Run.tail(log));
            }
            done = progress.committed();
        }
        return done;
    }
}
