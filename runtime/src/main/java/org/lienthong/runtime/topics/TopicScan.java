package org.lienthong.runtime.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.topic.Topic;

/**
 * Reads topics from one place to another, committed records only, without a group. What counts are the records that are
 * handed out: offsets have gaps where transactions ended or were aborted, and where retention or compaction took
 * records away. For one thread.
 */
public final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    /** Longer than an abandoned transaction of a Streams job stays open (10 s). */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public TopicScan(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        admin = Admin.create(config);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The first offset that is still there, of every partition that the topics have. */
    public Map<TopicPartition, Long> starts(Collection<? extends Topic<?>> topics) {
        return offsets(topics, OffsetSpec.earliest());
    }

    /**
     * The offset after the last record that is there now, in a transaction that is still open too. Reading up to it
     * waits for the end of these transactions; so whatever was written before this call is read, or was aborted. (The
     * end of what is committed would not do: the markers of one transaction reach its partitions one after another.)
     */
    public Map<TopicPartition, Long> ends(Collection<? extends Topic<?>> topics) {
        return offsets(topics, OffsetSpec.latest());
    }

    /** Reads from the beginning up to these ends. */
    public void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        read(Map.of(), ends, each);
    }

    /**
     * Hands out the records between two places, each partition in its order.
     *
     * @param starts offsets to begin at; partitions that are not in it from their beginning
     * @param ends offsets to stop before
     * @throws TimeoutException when nothing comes for half a minute: no broker, or a transaction that does not end
     */
    public void read(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Set<TopicPartition> open = new HashSet<>(ends.keySet());
        consumer.assign(open);
        consumer.seekToBeginning(open);
        starts.forEach((partition, offset) -> {
            if (open.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
        long lastProgress = System.nanoTime();
        while (closeFinished(open, ends)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                long end = ends.getOrDefault(partition, 0L);
                for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                    if (record.offset() < end) {
                        each.accept(record);
                    }
                }
            }
            // Aborted records move the position although none is handed out.
            if (!records.nextOffsets().isEmpty()) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing from " + open + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    /** How many keys a compacted topic holds: those whose last record has a value. Memory: each key once. */
    public long countKeys(Topic<?> topic) {
        Set<Bytes> keys = new HashSet<>();
        read(ends(List.of(topic)), record -> {
            if (record.value() == null) {
                keys.remove(Bytes.wrap(record.key()));
            } else {
                keys.add(Bytes.wrap(record.key()));
            }
        });
        return keys.size();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    /** Whether anything is left to read. */
    private boolean closeFinished(Set<TopicPartition> open, Map<TopicPartition, Long> ends) {
        if (open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
            consumer.assign(open);
        }
        return !open.isEmpty();
    }

    private Map<TopicPartition, Long> offsets(Collection<? extends Topic<?>> topics, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions(topics).forEach(partition -> wanted.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        AdminCalls.await(admin.listOffsets(wanted).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** As the cluster has them: what the catalogue does not know of must not be passed over. */
    private List<TopicPartition> partitions(Collection<? extends Topic<?>> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        List<String> names = topics.stream().map(Topic::name).toList();
        AdminCalls.await(admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        return partitions;
    }
}
