package org.lienthong.app.guarantees.site;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.runtime.settings.KafkaSettings;

/** A schema registry whose address outlives a stop; its schemas are in Kafka. */
public final class RestartableRegistry implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final KafkaSettings kafka;
    private SchemaRegistryServer server;
    private URI url;

    private RestartableRegistry(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    static RestartableRegistry start(KafkaSettings kafka) {
        RestartableRegistry registry = new RestartableRegistry(kafka);
        registry.start(0);
        return registry;
    }

    public URI url() {
        return url;
    }

    public void stop() {
        server.close();
    }

    public void start() {
        start(url.getPort());
    }

    @Override
    public void close() {
        stop();
    }

    private void start(int port) {
        server = new SchemaRegistryServer(RegistryServerSettings.onKafka(kafka, port, 1));
        server.start();
        url = URI.create(server.url());
        await("registry").atMost(START_WITHIN).until(server::isReady);
    }
}
