package org.lienthong.registry.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.registry.catalog.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log from its beginning and stays at its end, on the thread that calls {@link #run}. */
final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    private final Map<String, Object> consumerConfig;
    private final TopicPartition partition;
    private final Consumer<Entry> follower;
    private final Object progress = new Object();
    private long followed;
    private volatile boolean stopped;

    LogFollower(Map<String, Object> consumerConfig, TopicPartition partition, Consumer<Entry> follower) {
        this.consumerConfig = consumerConfig;
        this.partition = partition;
        this.follower = follower;
    }

    /**
     * Returns after {@link #stop}.
     *
     * @param caughtUp called once, when everything before {@code start} has been handed on
     */
    void run(long start, Runnable caughtUp) {
        boolean behind = true;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerConfig)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (!stopped) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::hand);
                long position = consumer.position(partition);
                synchronized (progress) {
                    followed = position;
                    progress.notifyAll();
                }
                if (behind && position >= start) {
                    behind = false;
                    caughtUp.run();
                }
            }
        }
    }

    void stop() {
        stopped = true;
    }

    /** Waits until everything before the offset has been handed on; false when that took too long. */
    boolean await(long offset, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (progress) {
            while (followed < offset) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || stopped) {
                    return false;
                }
                progress.wait(left);
            }
            return true;
        }
    }

    private void hand(ConsumerRecord<byte[], byte[]> record) {
        try {
            Optional<Entry> entry = EntryJson.read(record.key(), record.value());
            entry.ifPresentOrElse(
                    follower,
                    () -> LOG.debug("record of no meaning here topic={} offset={}", record.topic(), record.offset()));
        } catch (IOException e) {
            LOG.error(
                    "record is not of the registry's form and is left out topic={} offset={} reason=\"{}\"",
                    record.topic(),
                    record.offset(),
                    e.getMessage());
        }
    }
}
