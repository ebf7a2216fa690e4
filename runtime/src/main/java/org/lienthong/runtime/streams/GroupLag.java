package org.lienthong.runtime.streams;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.AdminCalls;
import org.lienthong.schemas.topic.Topic;

/** How many committed records a consumer group has still to read and commit. */
public final class GroupLag implements AutoCloseable {

    private final Admin admin;

    public GroupLag(KafkaSettings kafka) {
        this.admin = Admin.create(kafka.clientConfig());
    }

    /** The offset after the last record that the group has committed, of each partition it has read. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        AdminCalls.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, position) -> {
                    if (position != null) {
                        committed.put(partition, position.offset());
                    }
                });
        return committed;
    }

    /** Zero means: what was on the topics when this was asked has been processed and committed by the group. */
    public long of(String group, Collection<? extends Topic<?>> topics) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> committed = committed(group);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        long lag = 0;
        for (TopicPartition partition : partitions) {
            long read = committed.getOrDefault(partition, starts.getOrDefault(partition, 0L));
            lag += Math.max(0, ends.getOrDefault(partition, 0L) - read);
        }
        return lag;
    }

    /** Offsets between start and end: the number of records on topics that are written without transactions. */
    public long size(Collection<? extends Topic<?>> topics) {
        List<TopicPartition> partitions = partitions(topics);
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        return ends.values().stream().mapToLong(Long::longValue).sum()
                - starts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private static List<TopicPartition> partitions(Collection<? extends Topic<?>> topics) {
        return topics.stream()
                .flatMap(t -> IntStream.range(0, t.partitions()).mapToObj(p -> new TopicPartition(t.name(), p)))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                AdminCalls.await(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }
}
