package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench instances}: a second instance joins, takes its share, and goes on alone. */
@Command(
        name = "instances",
        description = {
            "Starts one instance of the platform's jobs, a second one beside it, and kills the first (kill -9):",
            "with and without copies of the state that the other one keeps (standby replicas)."
        },
        mixinStandardHelpOptions = true)
public final class InstancesCommand implements Callable<Integer> {

    private static final double JOINED_AT = 0.1;
    private static final double KILLED_AT = 0.7;

    @Option(names = "--dossiers", defaultValue = "400000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(
            names = "--heap",
            defaultValue = "3g",
            converter = Heap.Converter.class,
            description = "Of each instance. Default: ${DEFAULT-VALUE}.")
    private Heap heap = new Heap("3g");

    @Mixin
    private InputOptions input = new InputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        return input.with(dossiers, this::measure) ? 0 : 1;
    }

    private boolean measure(Path prepared, Expected expected) throws IOException, InterruptedException {
        System.out.println("| standby replicas | s until both work | events/s, one | two | s from the kill until"
                + " all partitions move on | events/s, the other alone | result |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        boolean right = true;
        for (int standbys : List.of(0, 1)) {
            right &= PreparedBroker.with(prepared, broker -> measure(standbys, broker, expected));
        }
        return right;
    }

    private boolean measure(int standbys, PreparedBroker broker, Expected expected)
            throws IOException, InterruptedException {
        Engine engine = new ProductEngine();
        List<String> jvm = new ArrayList<>(heap.jvmOptions());
        jvm.add("-D" + ProductEngine.STANDBYS + "=" + standbys);
        try (Progress progress = new Progress(broker.kafka(), engine, expected.statistics());
                Child first = broker.engine(engine, "first", jvm, 1)) {
            progress.await(1, first);
            Pace one = new Pace(progress.committed());
            progress.await((long) (JOINED_AT * progress.events()), first);
            long joined = System.nanoTime();
            try (Child second = broker.engine(engine, "second", jvm, 1)) {
                progress.until(() -> progress.workers() == 2, first);
                double shared = (System.nanoTime() - joined) / 1e9;
                long sharedAt = progress.committed();
                if (sharedAt >= KILLED_AT * progress.events()) {
                    throw new IOException("one instance was at " + sharedAt + " of " + progress.events()
                            + " events when the other had its share: give more --dossiers");
                }
                double alone = one.rate(sharedAt);
                Pace two = new Pace(sharedAt);
                long killedAt = progress.await((long) (KILLED_AT * progress.events()), first);
                double both = two.rate(killedAt);
                Map<TopicPartition, Long> atKill = progress.offsets();
                first.kill();
                long killed = System.nanoTime();
                progress.until(() -> progress.isBeyond(atKill), second);
                double silence = (System.nanoTime() - killed) / 1e9;
                Pace rest = new Pace(progress.committed());
                progress.awaitEnd(second);
                double other = rest.rate(progress.events());
                String verdict = Judge.verdict(engine, second, broker.kafka(), expected);
                System.out.printf(
                        "| %d | %.1f | %,.0f | %,.0f | %.1f | %,.0f | %s |%n",
                        standbys, shared, alone, both, silence, other, verdict.isEmpty() ? "right" : verdict);
                return verdict.isEmpty();
            }
        }
    }

    /** Events a second since a moment. */
    private record Pace(long from, long nanos) {

        Pace(long from) {
            this(from, System.nanoTime());
        }

        double rate(long to) {
            return (to - from) * 1e9 / (System.nanoTime() - nanos);
        }
    }
}
