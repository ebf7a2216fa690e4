package org.lienthong.benchmarks.engines;

import java.io.IOException;
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

    /** Events that were committed when it was looked last. */
    private long seen;

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
        seen = sum(offsets().values());
        return seen;
    }

    /** What is committed of each partition; takes about as long as a poll. */
    Map<TopicPartition, Long> offsets() throws InterruptedException {
        follow();
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(engine.group())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
        } catch (ExecutionException e) {
            // No such group yet.
        }
        committed.keySet().retainAll(ends.keySet());
        return committed;
    }

    /** What is waited for; looking takes about as long as a poll. */
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** @throws IOException when the engine ends before */
    void until(Condition condition, Child engine) throws IOException, InterruptedException {
        while (!condition.holds()) {
            if (!engine.isAlive()) {
                throw new IOException("the jobs ended by themselves at " + committed() + " events");
            }
        }
    }

    /** Waits until so many events are committed, and returns how many are. */
    long await(long events, Child engine) throws IOException, InterruptedException {
        until(() -> committed() >= events, engine);
        return seen;
    }

    /** Waits until all events are committed, and all figures are final. */
    void awaitEnd(Child engine) throws IOException, InterruptedException {
        until(() -> committed() >= events() && isFinal(), engine);
    }

    /** Whether every partition of the dossiers' events is further than it was, or at its end. */
    boolean isBeyond(Map<TopicPartition, Long> before) throws InterruptedException {
        Map<TopicPartition, Long> now = offsets();
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(Topics.DOSSIER_EVENTS.name()))
                .allMatch(end -> {
                    long offset = now.getOrDefault(end.getKey(), 0L);
                    return offset > before.getOrDefault(end.getKey(), 0L) || offset >= end.getValue();
                });
    }

    /** Members of the group that have something to read; takes about as long as a poll. */
    long workers() throws InterruptedException {
        follow();
        try {
            return admin.describeConsumerGroups(List.of(engine.group())).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
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
