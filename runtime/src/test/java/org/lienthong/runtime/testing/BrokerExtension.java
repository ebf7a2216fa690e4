package org.lienthong.runtime.testing;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lienthong.runtime.broker.EmbeddedBroker;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.topic.Topic;

/** A real broker for the tests of one class, in a temporary directory, on a free port. */
public final class BrokerExtension implements BeforeAllCallback, AfterAllCallback {

    private @Nullable Path directory;
    private @Nullable EmbeddedBroker broker;
    private int port;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("lienthong-broker");
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(requireNonNull(directory))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    public KafkaSettings kafka() {
        return requireNonNull(broker, "the broker is stopped").settings();
    }

    /** Creates topics of the catalogue. */
    public void create(Topic<?>... topics) {
        try (TopicProvisioner provisioner = new TopicProvisioner(kafka(), 1)) {
            List<Topic<?>> wanted = Arrays.asList(topics);
            provisioner.apply(provisioner.plan(wanted));
        }
    }

    public void stop() {
        requireNonNull(broker).close();
        broker = null;
    }

    /** Starts again on the kept data, on the same port when it ran before. */
    public void start() {
        broker = EmbeddedBroker.start(requireNonNull(directory), port);
        port = Integer.parseInt(kafka().bootstrapServers().split(":")[1]);
    }
}
