package org.lienthong.runtime.records;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.lienthong.runtime.records.SweepRules.Sweep;
import org.lienthong.runtime.settings.KafkaSettings;

/**
 * Reads committed records of topics as they stand when it is asked. Each question has a consumer of its own, so that
 * any number of threads may ask; it joins no group and commits nothing.
 *
 * <p>Every question throws {@link org.apache.kafka.common.errors.TimeoutException} when the cluster does not answer in
 * time, and any other {@link org.apache.kafka.common.KafkaException} as the cluster gives it.
 */
public final class TopicReader {

    private final KafkaSettings kafka;
    private final Duration patience;

    /** @param patience how long a question may take in all */
    public TopicReader(KafkaSettings kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /** The records at these places; a place whose record is gone, by retention or compaction, is not in the answer. */
    public Map<RecordPlace, ConsumerRecord<byte[], byte[]>> at(Collection<RecordPlace> places) {
        Map<RecordPlace, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
        Map<TopicPartition, TreeSet<Long>> wanted = places.stream()
                .collect(Collectors.groupingBy(
                        RecordPlace::topicPartition,
                        Collectors.mapping(RecordPlace::offset, Collectors.toCollection(TreeSet::new))));
        if (wanted.isEmpty()) {
            return found;
        }
        try (BoundedConsumer consumer = new BoundedConsumer(kafka, patience)) {
            wanted.keySet().retainAll(present(consumer, wanted.keySet()));
            Map<TopicPartition, Long> starts = consumer.starts(wanted.keySet());
            Map<TopicPartition, Long> ends = consumer.ends(wanted.keySet());
            wanted.forEach((partition, offsets) -> {
                long start = requireNonNull(starts.get(partition));
                long end = requireNonNull(ends.get(partition));
                for (Sweep sweep : SweepRules.sweeps(offsets.subSet(start, Math.max(start, end)))) {
                    consumer.read(partition, sweep.first(), sweep.last() + 1, record -> {
                        if (offsets.contains(record.offset())) {
                            found.put(placeOf(record), record);
                        }
                    });
                }
            });
        }
        return found;
    }

    /** The latest record of each key, without the keys that were deleted; nothing for a topic that is not there. */
    public Collection<ConsumerRecord<byte[], byte[]>> latest(String topic) {
        Map<Bytes, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
        try (BoundedConsumer consumer = new BoundedConsumer(kafka, patience)) {
            List<TopicPartition> partitions = consumer.partitions(topic);
            Map<TopicPartition, Long> starts = consumer.starts(partitions);
            consumer.ends(partitions)
                    .forEach((partition, end) -> consumer.read(
                            partition,
                            requireNonNull(starts.get(partition)),
                            end,
                            record -> latest.put(Bytes.wrap(record.key()), record)));
        }
        latest.values().removeIf(record -> record.value() == null);
        return latest.values();
    }

    private static Collection<TopicPartition> present(BoundedConsumer consumer, Collection<TopicPartition> wanted) {
        return wanted.stream()
                .map(TopicPartition::topic)
                .distinct()
                .flatMap(topic -> consumer.partitions(topic).stream())
                .collect(Collectors.toSet());
    }

    private static RecordPlace placeOf(ConsumerRecord<byte[], byte[]> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }
}
