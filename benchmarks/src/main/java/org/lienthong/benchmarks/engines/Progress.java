package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
        return sum(offsets().values());
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

    /** Waits until every partition of the dossiers' events is further than it was, or at its end. */
    void awaitAllBeyond(Map<TopicPartition, Long> before, Child engine) throws IOException, InterruptedException {
        List<TopicPartition> waiting = new ArrayList<>(ends.keySet());
        waiting.removeIf(partition -> !partition.topic().equals(Topics.DOSSIER_EVENTS.name()));
        while (!waiting.isEmpty()) {
            if (!engine.isAlive()) {
                throw new IOException("the jobs ended by themselves");
            }
            Map<TopicPartition, Long> now = offsets();
            waiting.removeIf(partition -> {
                long offset = now.getOrDefault(partition, 0L);
                return offset > before.getOrDefault(partition, 0L) || offset >= ends.getOrDefault(partition, 0L);
            });
        }
    }

    /**
     * Waits until so many events are committed, and returns how many are.
     *
     * @throws IOException when the engine ends before
     */
    long await(long events, Child engine) throws IOException, InterruptedException {
        while (true) {
            long done = committed();
            if (done >= events) {
                return done;
            }
            if (!engine.isAlive()) {
                throw new IOException("the jobs ended by themselves at " + done + " events");
            }
        }
    }

    /** Waits until all events are committed, and all figures are final. */
    void awaitEnd(Child engine) throws IOException, InterruptedException {
        await(events(), engine);
        while (!isFinal()) {
            await(events(), engine);
        }
    }

    /** Members of the group that have something to read. */
    long workers() throws InterruptedException {
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
