package org.lienthong.runtime.topics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topic.Cleanup;

/** A topic as the broker knows it: partitions and settings. */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {

    public TopicSpec {
        settings = Map.copyOf(settings);
    }

    /** The catalogue's topic in the broker's terms. */
    public static TopicSpec of(Topic<?> topic) {
        Map<String, String> settings = new TreeMap<>(topic.settings());
        boolean compact = topic.cleanup() == Cleanup.COMPACT;
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compact ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(
                TopicConfig.RETENTION_MS_CONFIG,
                topic.retention().map(Duration::toMillis).map(String::valueOf).orElse("-1"));
        return new TopicSpec(topic.name(), topic.partitions(), settings);
    }
}
