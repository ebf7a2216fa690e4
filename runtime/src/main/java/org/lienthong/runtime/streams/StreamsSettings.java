package org.lienthong.runtime.streams;

import java.time.Duration;
import java.util.Map;

/**
 * How Kafka Streams jobs run.
 *
 * @param threads stream threads of each job
 * @param commitInterval how long a transaction gathers records: results become visible after it
 * @param recordCacheMegabytes heap for the record caches of each job
 * @param properties any further Streams property, passed on as it is
 */
public record StreamsSettings(
        int threads, Duration commitInterval, int recordCacheMegabytes, Map<String, String> properties) {

    public StreamsSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("streams.threads must be at least 1");
        }
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("streams.commitInterval must be positive");
        }
        properties = Map.copyOf(properties);
    }
}
