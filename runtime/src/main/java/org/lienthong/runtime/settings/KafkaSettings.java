package org.lienthong.runtime.settings;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach the Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, comma-separated
 * @param properties any further client property, such as {@code security.protocol}, passed on as it is
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties) {

    public KafkaSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("kafka.bootstrapServers is empty: give host:port of a broker");
        }
        properties = Map.copyOf(properties);
    }

    public KafkaSettings(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /** A fresh, mutable map that every client of the cluster starts from. */
    public Map<String, Object> clientConfig() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }
}
