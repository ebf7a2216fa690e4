package org.lienthong.app.guarantees.site;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lienthong.runtime.broker.EmbeddedBroker;
import org.lienthong.runtime.settings.KafkaSettings;

/** A Kafka broker in a process of its own; its port and its data outlive a stop. */
public final class BrokerProcess implements AutoCloseable {

    private static final String READY = "broker at ";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final Path directory;
    private ChildProcess process;
    private KafkaSettings settings;

    private BrokerProcess(Path directory) {
        this.directory = directory;
    }

    static BrokerProcess start(Path directory) {
        BrokerProcess broker = new BrokerProcess(directory);
        broker.launch(0);
        return broker;
    }

    /** The process: data directory and port, 0 for a free one. */
    public static void main(String[] arguments) {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println(READY + broker.settings().bootstrapServers());
    }

    public KafkaSettings settings() {
        return settings;
    }

    public void stop() {
        process.terminate();
    }

    public void kill() {
        process.kill();
    }

    public void start() {
        launch(Integer.parseInt(settings.bootstrapServers().split(":")[1]));
    }

    @Override
    public void close() {
        process.close();
    }

    private void launch(int port) {
        process = ChildProcess.start(
                directory,
                List.of(
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", "logback.xml"),
                        "-Dlienthong.logs=" + directory.resolve("logs")),
                BrokerProcess.class,
                List.of(directory.resolve("kafka").toString(), String.valueOf(port)));
        await("broker").atMost(START_WITHIN).until(() -> address().isPresent() || !process.isAlive());
        settings = new KafkaSettings(
                address().orElseThrow(() -> new AssertionError("broker does not start: " + process.output())));
    }

    private Optional<String> address() {
        return process.output().stream()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()))
                .findFirst();
    }
}
