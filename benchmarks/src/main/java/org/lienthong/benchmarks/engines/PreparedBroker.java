package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.lienthong.runtime.settings.KafkaSettings;

/** A broker, in a process of its own, on a fresh copy of the input, and the engines that work on it. */
final class PreparedBroker {

    private static final List<String> JVM =
            List.of("-Xms256m", "-Xmx512m", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1");
    private static final int LOG_LINES = 60;

    private final Path directory;
    private final Path log;
    private final Child process;
    private final KafkaSettings kafka;

    private PreparedBroker(Path directory, Path log, Child process, KafkaSettings kafka) {
        this.directory = directory;
        this.log = log;
        this.process = process;
        this.kafka = kafka;
    }

    /** What is done with it. */
    interface Work<T> {
        T on(PreparedBroker broker) throws IOException, InterruptedException;
    }

    /**
     * Starts one for the work, and leaves nothing of it behind.
     *
     * @throws IOException when the work fails, with the end of what broker and engines logged
     */
    static <T> T with(Path prepared, Work<T> work) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("lienthong-run");
        Path log = directory.resolve("log");
        Path data = directory.resolve("kafka");
        try {
            Preparation.copy(prepared, data);
            try (Child process = Child.start(BrokerProgram.class, JVM, log, data.toString())) {
                KafkaSettings kafka = new KafkaSettings(process.answer());
                return work.on(new PreparedBroker(directory, log, process, kafka));
            }
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + tail(log), e);
        } finally {
            Utils.delete(directory.toFile());
        }
    }

    /**
     * Starts an engine.
     *
     * @param state name of the directory that it keeps its state in: the same for one that is started again
     * @param jvm options of its virtual machine beside those that it needs
     */
    Child engine(Engine engine, String state, List<String> jvm, int threads) throws IOException {
        return Child.start(
                EngineProgram.class,
                Stream.concat(jvm.stream(), engine.jvmOptions().stream()).toList(),
                log,
                engine.name(),
                kafka.bootstrapServers(),
                directory.resolve(state).toString(),
                String.valueOf(threads));
    }

    void loseState(String state) throws IOException {
        Utils.delete(directory.resolve(state).toFile());
    }

    KafkaSettings kafka() {
        return kafka;
    }

    Child process() {
        return process;
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }
}
