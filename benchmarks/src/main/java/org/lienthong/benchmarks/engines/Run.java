package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One engine against one fresh copy of the input: broker and engine each in a process of its own. */
final class Run {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double WARM = 0.3;

    private final Path prepared;
    private final Expected expected;
    private final List<String> engineJvm;
    private final int threads;

    /** @param engineJvm options of the engine's virtual machine, the same for all; each may need others */
    Run(Path prepared, Expected expected, List<String> engineJvm, int threads) {
        this.prepared = prepared;
        this.expected = expected;
        this.engineJvm = engineJvm;
        this.threads = threads;
    }

    RunResult of(Engine engine) throws IOException, InterruptedException {
        try {
            return PreparedBroker.with(prepared, broker -> of(engine, broker));
        } catch (IOException e) {
            throw new IOException(engine.name() + ": " + e.getMessage(), e);
        }
    }

    private RunResult of(Engine engine, PreparedBroker prepared) throws IOException, InterruptedException {
        Child broker = prepared.process();
        try (Progress progress = new Progress(prepared.kafka(), engine, expected.statistics())) {
            double busyBefore = Machine.busySeconds();
            double brokerBefore = Machine.processorSeconds(broker.processes());
            double ownBefore = Machine.processorSeconds(Stream.of(ProcessHandle.current()));
            String[] bytesBefore = broker.ask("bytes").split(" ");
            long start = System.nanoTime();
            try (Child child = prepared.engine(engine, "state", engineJvm, threads)) {
                NavigableMap<Long, Double> timeline = follow(progress, child, start);
                double seconds = timeline.lastEntry().getValue();
                double busy = Machine.busySeconds() - busyBefore;
                double engineCpu = Machine.processorSeconds(child.processes());
                double brokerCpu = Machine.processorSeconds(broker.processes()) - brokerBefore;
                double own = Machine.processorSeconds(Stream.of(ProcessHandle.current())) - ownBefore;
                String[] bytes = broker.ask("bytes").split(" ");
                long events = expected.events();
                return new RunResult(
                        engine.name(),
                        events,
                        seconds,
                        events / seconds,
                        steadyRate(timeline, events),
                        engineCpu,
                        brokerCpu,
                        Machine.peakMegabytes(child.processes()),
                        (double) (Long.parseLong(bytes[0]) - Long.parseLong(bytesBefore[0])) / inputBytes(),
                        Math.max(0, busy - engineCpu - brokerCpu - own)
                                / (seconds * Runtime.getRuntime().availableProcessors()),
                        Judge.verdict(engine, child, prepared.kafka(), expected));
            }
        }
    }

    /**
     * Seconds since the start by events done; the last entry is when all results were there.
     *
     * @throws IOException when the engine ends or stands still
     */
    private static NavigableMap<Long, Double> follow(Progress progress, Child engine, long start)
            throws IOException, InterruptedException {
        NavigableMap<Long, Double> timeline = new TreeMap<>();
        long furthest = 0;
        double moved = 0;
        while (true) {
            long done = progress.committed();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (done >= progress.events() && progress.isFinal()) {
                timeline.put(progress.events(), seconds);
                return timeline;
            }
            timeline.putIfAbsent(done, seconds);
            moved = timeline.lastKey() > furthest ? seconds : moved;
            furthest = timeline.lastKey();
            if (!engine.isAlive() || seconds - moved > PATIENCE.toSeconds()) {
                throw new IOException("it stopped at " + done + " of " + progress.events() + " events");
            }
        }
    }

    private static double steadyRate(NavigableMap<Long, Double> timeline, long events) {
        var warm = timeline.ceilingEntry((long) (WARM * events));
        var end = timeline.lastEntry();
        return warm.getKey().equals(end.getKey())
                ? 0
                : (end.getKey() - warm.getKey()) / (end.getValue() - warm.getValue());
    }

    /** On disk, compressed as it was published, which is what a reader is sent. */
    private long inputBytes() throws IOException {
        try (Stream<Path> files = Files.walk(prepared)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.toString().matches(".*/(dossier|permit)\\.events-\\d+/[^/]+"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
