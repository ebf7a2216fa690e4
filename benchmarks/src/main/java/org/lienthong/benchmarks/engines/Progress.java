package org.lienthong.benchmarks.engines;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.TopicScan;
import org.lienthong.schemas.topic.Topics;

/** Watches from outside how far an engine is: its commits, and what can be read of its results. */
final class Progress implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Engine engine;
    private final Map<String, byte[]> expected;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> statistics;
    private final Map<TopicPartition, Long> ends;
    private final Map<String, Boolean> right = new HashMap<>();
    private long rightOnes;

    Progress(KafkaSettings kafka, Engine engine, Map<String, byte[]> expected) {
        this.engine = engine;
        this.expected = expected;
        admin = Admin.create(kafka.clientConfig());
        try (TopicScan topics = new TopicScan(kafka)) {
            ends = topics.ends(List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS));
        }
        Map<String, Object> config = kafka.clientConfig();
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        statistics = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(Topics.UNIT_STATISTICS.name(), 0);
        statistics.assign(List.of(partition));
        statistics.seekToBeginning(List.of(partition));
    }

    /** Events in the input. */
    long events() {
        return sum(ends.values());
    }

    /** Events whose results the engine has committed; takes about as long as a poll. */
    long committed() throws InterruptedException {
        follow();
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(engine.group())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.keySet().stream()
                    .mapToLong(partition -> {
                        OffsetAndMetadata offset = offsets.get(partition);
                        return offset == null ? 0 : offset.offset();
                    })
                    .sum();
        } catch (ExecutionException e) {
            return 0; // no such group yet
        }
    }

    /** Whether all figures that anybody can read are final. */
    boolean isFinal() {
        return engine.output() != Engine.Output.TOPICS || rightOnes == expected.size();
    }

    private void follow() throws InterruptedException {
        if (engine.output() != Engine.Output.TOPICS) {
            Thread.sleep(POLL.toMillis());
            return;
        }
        for (ConsumerRecord<String, byte[]> figures : statistics.poll(POLL)) {
            boolean now = Arrays.equals(figures.value(), expected.get(figures.key()));
            Boolean before = right.put(figures.key(), now);
            rightOnes += (now ? 1 : 0) - (before != null && before ? 1 : 0);
        }
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        admin.close();
        statistics.close();
    }
}
