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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.topic.Topic;

/**
 * Reads topics from one place to another, committed records only, without a group. What counts are the records that are
 * handed out: offsets have gaps where transactions end, were aborted, or where a topic was compacted.
 */
public final class TopicScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    /** A broker that answers nothing for so long is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    public TopicScan(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The offset after the last committed record of each partition, now. */
    public Map<TopicPartition, Long> ends(Collection<? extends Topic<?>> topics) {
        return new HashMap<>(consumer.endOffsets(partitions(topics)));
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
     * @throws TimeoutException when the brokers stop answering
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
        open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        consumer.assign(open);
        long lastProgress = System.nanoTime();
        while (!open.isEmpty()) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            }
            if (open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))) {
                consumer.assign(open);
                lastProgress = System.nanoTime();
            } else if (!records.isEmpty()) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                throw new TimeoutException("no record of " + open + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static List<TopicPartition> partitions(Collection<? extends Topic<?>> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : topics) {
            for (int i = 0; i < topic.partitions(); i++) {
                partitions.add(new TopicPartition(topic.name(), i));
            }
        }
        return partitions;
    }
}
