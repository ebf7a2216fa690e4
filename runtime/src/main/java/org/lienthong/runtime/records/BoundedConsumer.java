package org.lienthong.runtime.records;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lienthong.runtime.settings.KafkaSettings;

/** A consumer of committed records for one question, which has to be answered by a deadline. */
final class BoundedConsumer implements AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    /** Enough for any record, which is sent whole, and little to throw away where records are far apart. */
    private static final int FETCH_BYTES = 256 << 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final long deadline;

    BoundedConsumer(KafkaSettings kafka, Duration patience) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Retention may overtake a reader: what is left is read, what is gone is found missing.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        // It reads ahead; at the end of a partition the broker must not hold that request while the consumer closes.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** Empty for a topic that is not there. */
    List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic, left()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    Map<TopicPartition, Long> starts(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions, left());
    }

    /** Behind the last committed record. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions, left());
    }

    /**
     * Hands on the records from the one offset up to before the other, some more after them too.
     *
     * @throws TimeoutException when the deadline comes first
     */
    void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition, left()) < to) {
            consumer.poll(left()).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }

    private Duration left() {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new TimeoutException("the cluster did not give the records in time");
        }
        return left;
    }
}
