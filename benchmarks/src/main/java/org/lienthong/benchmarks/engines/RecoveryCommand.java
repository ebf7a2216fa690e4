package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench recovery}: the platform's jobs are killed half-way, and must go on and end right. */
@Command(
        name = "recovery",
        description = "Kills the platform's jobs (kill -9) half-way, with and without loss of their state directory.",
        mixinStandardHelpOptions = true)
public final class RecoveryCommand implements Callable<Integer> {

    private static final double KILLED_AT = 0.5;
    private static final String STATE = "state";
    private static final int THREADS = 2;

    @Option(names = "--dossiers", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(
            names = "--heap",
            defaultValue = "2g",
            converter = Heap.Converter.class,
            description = "Default: ${DEFAULT-VALUE}.")
    private Heap heap = new Heap("2g");

    @Mixin
    private InputOptions input = new InputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return input.with(dossiers, this::measure) ? 0 : 1;
    }

    private boolean measure(Path prepared, Expected expected) throws IOException, InterruptedException {
        System.out.println(
                "| state | directory | events at the kill | s to the first commit | s to the end | result |");
        System.out.println("| --- | --- | ---: | ---: | ---: | --- |");
        boolean right = true;
        for (Engine engine : List.of(new ProductEngine(), new RocksDbEngine())) {
            for (boolean lost : List.of(false, true)) {
                right &= PreparedBroker.with(prepared, broker -> measure(engine, lost, broker, expected));
            }
        }
        return right;
    }

    /** @param lost whether the directory of the state is lost with the process */
    private boolean measure(Engine engine, boolean lost, PreparedBroker broker, Expected expected)
            throws IOException, InterruptedException {
        try (Progress progress = new Progress(broker.kafka(), engine, expected.statistics())) {
            long killedAt;
            try (Child first = broker.engine(engine, STATE, heap.jvmOptions(), THREADS)) {
                killedAt = progress.await((long) (KILLED_AT * progress.events()), first);
                first.kill();
            }
            if (lost) {
                broker.loseState(STATE);
            }
            long start = System.nanoTime();
            try (Child second = broker.engine(engine, STATE, heap.jvmOptions(), THREADS)) {
                progress.await(killedAt + 1, second);
                double firstCommit = (System.nanoTime() - start) / 1e9;
                progress.awaitEnd(second);
                double end = (System.nanoTime() - start) / 1e9;
                String verdict = Judge.verdict(engine, second, broker.kafka(), expected);
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
    }
}
