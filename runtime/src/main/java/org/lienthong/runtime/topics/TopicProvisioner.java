package org.lienthong.runtime.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the topics of a cluster in line with the catalogue: read, plan, apply. */
public final class TopicProvisioner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;
    private final short replicationFactor;

    /** @param replicationFactor of topics that are created; -1 leaves it to the broker's default */
    public TopicProvisioner(KafkaSettings kafka, int replicationFactor) {
        this.admin = Admin.create(kafka.clientConfig());
        this.replicationFactor = (short) replicationFactor;
    }

    /** Reads the cluster and says what would change; changes nothing. */
    public TopicPlan plan(Collection<? extends Topic<?>> topics) {
        List<TopicSpec> desired = topics.stream().map(TopicSpec::of).toList();
        return TopicPlanRules.plan(desired, existing(desired));
    }

    /**
     * Returns when every new partition has a leader that answers. A producer that comes earlier may have its first
     * batch refused and the next ones taken; the first is then out of order until it expires.
     *
     * @throws TopicConflictException when something needs a person; then nothing is changed
     */
    public void apply(TopicPlan plan) {
        if (!plan.conflicts().isEmpty()) {
            throw new TopicConflictException(plan.conflicts());
        }
        AdminCalls.await(
                admin.createTopics(plan.create().stream().map(this::newTopic).toList())
                        .all());
        awaitLeaders(plan.create());
        plan.create().forEach(t -> LOG.info("topic created name={} partitions={}", t.name(), t.partitions()));
        AdminCalls.await(admin.incrementalAlterConfigs(plan.configure().entrySet().stream()
                        .collect(Collectors.toMap(e -> resource(e.getKey()), e -> alterations(e.getValue()))))
                .all());
        plan.configure().forEach((name, settings) -> LOG.info("topic configured name={} settings={}", name, settings));
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<String, TopicSpec> existing(List<TopicSpec> desired) {
        Set<String> present = AdminCalls.await(admin.listTopics().names());
        List<String> names =
                desired.stream().map(TopicSpec::name).filter(present::contains).toList();
        Map<String, TopicDescription> descriptions =
                AdminCalls.await(admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configs = AdminCalls.await(admin.describeConfigs(
                        names.stream().map(TopicProvisioner::resource).toList())
                .all());
        return descriptions.values().stream()
                .map(d -> new TopicSpec(d.name(), d.partitions().size(), settings(configs, d.name())))
                .collect(Collectors.toMap(TopicSpec::name, spec -> spec));
    }

    private static Map<String, String> settings(Map<ConfigResource, Config> configs, String topic) {
        Config config = configs.getOrDefault(resource(topic), new Config(List.of()));
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private void awaitLeaders(List<TopicSpec> topics) {
        Map<TopicPartition, OffsetSpec> asked = topics.stream()
                .flatMap(t -> IntStream.range(0, t.partitions()).mapToObj(p -> new TopicPartition(t.name(), p)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
        long start = System.nanoTime();
        while (true) {
            try {
                AdminCalls.await(admin.listOffsets(asked).all());
                return;
            } catch (UnknownTopicOrPartitionException e) {
                // The broker that was asked has not heard of the topic yet; a leader that is none yet is waited for.
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static List<AlterConfigOp> alterations(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(s -> new AlterConfigOp(new ConfigEntry(s.getKey(), s.getValue()), OpType.SET))
                .toList();
    }

    private NewTopic newTopic(TopicSpec spec) {
        return new NewTopic(spec.name(), spec.partitions(), replicationFactor).configs(spec.settings());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
