package org.lienthong.runtime.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.runtime.settings.KafkaSettings;

/** What topics take on the disks of the cluster. */
public final class TopicSizes implements AutoCloseable {

    private final Admin admin;

    public TopicSizes(KafkaSettings kafka) {
        admin = Admin.create(kafka.clientConfig());
    }

    /**
     * One topic.
     *
     * @param offsets offsets between start and end, over all partitions: records, and with transactions one marker for
     *     each that ended
     * @param bytes on the disk of the leaders, as compressed, before compaction has taken anything away
     */
    public record Size(String topic, int partitions, long offsets, long bytes) {

        public double bytesPerOffset() {
            return offsets == 0 ? 0 : (double) bytes / offsets;
        }
    }

    /** Every topic of the cluster but its own internal ones, sorted by name. */
    public List<Size> all() {
        Collection<String> names = AdminCalls.await(admin.listTopics().names());
        Map<String, TopicDescription> topics =
                AdminCalls.await(admin.describeTopics(names).allTopicNames());
        Map<TopicPartition, Integer> leaders = leaders(topics);
        Map<TopicPartition, Long> bytes = bytes(leaders);
        Map<TopicPartition, Long> offsets = offsets(leaders.keySet());
        Map<String, Size> sizes = new TreeMap<>();
        leaders.keySet()
                .forEach(partition -> sizes.merge(
                        partition.topic(),
                        new Size(
                                partition.topic(),
                                1,
                                offsets.getOrDefault(partition, 0L),
                                bytes.getOrDefault(partition, 0L)),
                        (a, b) -> new Size(
                                a.topic, a.partitions + b.partitions, a.offsets + b.offsets, a.bytes + b.bytes)));
        return new ArrayList<>(sizes.values());
    }

    @Override
    public void close() {
        admin.close();
    }

    private static Map<TopicPartition, Integer> leaders(Map<String, TopicDescription> topics) {
        Map<TopicPartition, Integer> leaders = new HashMap<>();
        topics.values()
                .forEach(topic -> topic.partitions().forEach(partition -> {
                    Node leader = partition.leader();
                    if (leader != null) {
                        leaders.put(new TopicPartition(topic.name(), partition.partition()), leader.id());
                    }
                }));
        return leaders;
    }

    private Map<TopicPartition, Long> bytes(Map<TopicPartition, Integer> leaders) {
        Map<TopicPartition, Long> bytes = new HashMap<>();
        Map<Integer, Map<String, LogDirDescription>> brokers = AdminCalls.await(
                admin.describeLogDirs(leaders.values().stream().distinct().toList(), new DescribeLogDirsOptions())
                        .allDescriptions());
        brokers.forEach((broker, directories) -> directories
                .values()
                .forEach(directory -> directory.replicaInfos().forEach((partition, replica) -> {
                    if (broker.equals(leaders.get(partition))) {
                        bytes.merge(partition, replica.size(), Long::sum);
                    }
                })));
        return bytes;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        partitions.forEach(partition -> {
            latest.put(partition, OffsetSpec.latest());
            earliest.put(partition, OffsetSpec.earliest());
        });
        Map<TopicPartition, Long> offsets = new HashMap<>();
        AdminCalls.await(admin.listOffsets(latest).all())
                .forEach((partition, end) -> offsets.put(partition, end.offset()));
        AdminCalls.await(admin.listOffsets(earliest).all())
                .forEach((partition, start) -> offsets.merge(partition, -start.offset(), Long::sum));
        return offsets;
    }
}
