package org.lienthong.runtime.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.topic.Topic;

/** What topics take on the disks of the cluster. */
public final class TopicSizes implements AutoCloseable {

    private final Admin admin;

    public TopicSizes(KafkaSettings kafka) {
        admin = Admin.create(kafka.clientConfig());
    }

    /**
     * One topic.
     *
     * @param records offsets between start and end over all partitions; in topics that are written in transactions each
     *     transaction adds one to every partition it touched, and compaction leaves the offsets of what it took away
     * @param bytes on the disks of the leaders, compressed as it lies there; replicas are not counted
     */
    public record Size(String topic, int partitions, long records, long bytes) {

        public double bytesPerRecord() {
            return records == 0 ? 0 : (double) bytes / records;
        }

        private Size plus(Size other) {
            return new Size(topic, partitions + other.partitions, records + other.records, bytes + other.bytes);
        }
    }

    /**
     * Of those topics that the cluster has, and of the internal topics of the jobs that own them, sorted by name.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer, or does not let this user see
     *     its disks
     */
    public List<Size> of(Collection<? extends Topic<?>> topics) {
        Map<TopicPartition, Integer> leaders = leaders(names(topics));
        Map<TopicPartition, Long> bytes = bytes(leaders);
        Map<TopicPartition, Long> starts = offsets(leaders.keySet(), OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(leaders.keySet(), OffsetSpec.latest());
        Map<String, Size> sizes = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long records = end - starts.getOrDefault(partition, end);
            Size size = new Size(partition.topic(), 1, records, bytes.getOrDefault(partition, 0L));
            sizes.merge(partition.topic(), size, Size::plus);
        });
        return List.copyOf(sizes.values());
    }

    /** Whether it is one that Kafka Streams made for the job: {@code <job>-<store>-changelog}. */
    public static boolean isChangelog(String topic, String job) {
        return topic.startsWith(job + "-") && topic.endsWith("-changelog");
    }

    @Override
    public void close() {
        admin.close();
    }

    private List<String> names(Collection<? extends Topic<?>> topics) {
        Set<String> catalogue = topics.stream().map(Topic::name).collect(Collectors.toSet());
        Set<String> jobs = topics.stream().map(Topic::owner).collect(Collectors.toSet());
        return AdminCalls.await(admin.listTopics().names()).stream()
                .filter(name -> catalogue.contains(name) || jobs.stream().anyMatch(job -> isInternal(name, job)))
                .toList();
    }

    private static boolean isInternal(String topic, String job) {
        return isChangelog(topic, job) || topic.startsWith(job + "-") && topic.endsWith("-repartition");
    }

    /** The broker that leads each partition; a partition without one is left out, nobody can ask for its offsets. */
    private Map<TopicPartition, Integer> leaders(Collection<String> names) {
        Map<TopicPartition, Integer> leaders = new HashMap<>();
        AdminCalls.await(admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topic.partitions().forEach(partition -> {
                    Node leader = partition.leader();
                    if (leader != null) {
                        leaders.put(new TopicPartition(name, partition.partition()), leader.id());
                    }
                }));
        return leaders;
    }

    private Map<TopicPartition, Long> bytes(Map<TopicPartition, Integer> leaders) {
        Map<TopicPartition, Long> bytes = new HashMap<>();
        AdminCalls.await(admin.describeLogDirs(Set.copyOf(leaders.values())).allDescriptions())
                .forEach((broker, directories) -> directories.values().forEach(directory -> {
                    Integer of = broker;
                    readable(directory).replicaInfos().forEach((partition, replica) -> {
                        // A future replica is a copy on its way to another disk of the same broker.
                        if (of.equals(leaders.get(partition)) && !replica.isFuture()) {
                            bytes.merge(partition, replica.size(), Long::sum);
                        }
                    });
                }));
        return bytes;
    }

    private static LogDirDescription readable(LogDirDescription directory) {
        if (directory.error() != null) {
            throw directory.error();
        }
        return directory;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        AdminCalls.await(admin.listOffsets(wanted).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }
}
