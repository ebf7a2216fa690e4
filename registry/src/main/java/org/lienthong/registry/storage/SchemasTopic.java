package org.lienthong.registry.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lienthong.runtime.topics.AdminCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic that holds the log: one partition, because order is everything, and compacted, never deleted. */
final class SchemasTopic {

    private static final Logger LOG = LoggerFactory.getLogger(SchemasTopic.class);

    private final Admin admin;
    private final String name;
    private final short replicationFactor;

    SchemasTopic(Admin admin, String name, int replicationFactor) {
        this.admin = admin;
        this.name = name;
        this.replicationFactor = (short) replicationFactor;
    }

    String name() {
        return name;
    }

    TopicPartition partition() {
        return new TopicPartition(name, 0);
    }

    /**
     * Creates the topic where it is missing.
     *
     * @throws IllegalStateException where there is a topic of this name that would lose schemas
     */
    void ensure() {
        NewTopic topic = new NewTopic(name, 1, replicationFactor)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            AdminCalls.await(admin.createTopics(List.of(topic)).all());
            LOG.info("topic created name={}", name);
        } catch (TopicExistsException e) {
            check();
        }
    }

    /** Offset after the last record, also of transactions that are still open. */
    long end() {
        return AdminCalls.await(admin.listOffsets(Map.of(partition(), OffsetSpec.latest()))
                        .partitionResult(partition()))
                .offset();
    }

    private void check() {
        TopicDescription description = requireNonNull(
                AdminCalls.await(admin.describeTopics(List.of(name)).allTopicNames())
                        .get(name));
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = requireNonNull(
                AdminCalls.await(admin.describeConfigs(List.of(resource)).all()).get(resource));
        int partitions = description.partitions().size();
        String cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (partitions != 1 || !TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup)) {
            throw new IllegalStateException(
                    ("topic %s has %d partitions and cleanup.policy=%s; the registry needs 1 and compact, or it would lose"
                                    + " schemas: set cleanup.policy=compact, or choose another topic")
                            .formatted(name, partitions, cleanup));
        }
    }
}
