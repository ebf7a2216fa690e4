package org.lienthong.registry.server;

import org.lienthong.runtime.settings.KafkaSettings;

/**
 * Where the registry listens and what it keeps its schemas in.
 *
 * @param host address to listen on; the registry asks nobody for a password, so keep it on the loopback address or
 *     behind a proxy that does
 * @param port 0 for a free one
 */
public record RegistryServerSettings(String host, int port, Storage storage) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final String SCHEMAS_TOPIC = "_schemas";

    /** What outlives the process. */
    public sealed interface Storage {

        /** Nothing: for tests and trials. */
        record Memory() implements Storage {}

        /**
         * A compacted topic, created where it is missing.
         *
         * @param replicationFactor of the topic when it is created; -1 leaves it to the broker's default
         */
        record Topic(KafkaSettings kafka, String name, int replicationFactor) implements Storage {}
    }

    public RegistryServerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("registry.port is " + port + ": give 0 to 65535, 0 for a free one");
        }
    }

    public static RegistryServerSettings inMemory() {
        return new RegistryServerSettings(LOOPBACK, 0, new Storage.Memory());
    }

    public static RegistryServerSettings onKafka(KafkaSettings kafka, int port, int replicationFactor) {
        return new RegistryServerSettings(LOOPBACK, port, new Storage.Topic(kafka, SCHEMAS_TOPIC, replicationFactor));
    }
}
