package org.lienthong.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.benchmarks.engines.Engine;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.topic.Topics;

/**
 * The limit: consume, merge in a hash map, encode, produce in a transaction, and nothing else. It survives no restart,
 * counts nothing, and shows what is left to win for whoever keeps state and figures.
 */
public final class LoopEngine implements Engine {

    @Override
    public String name() {
        return "loop";
    }

    @Override
    public Output output() {
        return Output.RECORDS;
    }

    @Override
    public Running start(Job job) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < job.threads(); i++) {
            Thread thread = new Thread(new Loop(job, i, name()), "loop-" + i);
            thread.start();
            threads.add(thread);
        }
        return () -> threads.forEach(Thread::interrupt);
    }

    /** One thread with its share of the partitions. */
    private static final class Loop implements Runnable {

        private static final Duration POLL = Duration.ofMillis(100);

        private final KafkaConsumer<String, byte[]> consumer;
        private final KafkaProducer<String, DossierRecord> producer;
        private final List<TopicPartition> partitions = new ArrayList<>();
        private final Rules rules = new Rules();
        private final Map<String, DossierState> dossiers = new HashMap<>();
        private final Set<DossierState> changed = new LinkedHashSet<>();

        Loop(Job job, int number, String group) {
            Map<String, Object> config = job.kafka().clientConfig();
            config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
            consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
            Map<String, Object> producing = job.kafka().clientConfig();
            producing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, group + "-" + UUID.randomUUID());
            producing.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            producing.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
            producing.put(ProducerConfig.LINGER_MS_CONFIG, 20);
            producer = new KafkaProducer<>(
                    producing, new StringSerializer(), rules.records().serializer());
            for (String topic : List.of(Topics.DOSSIER_EVENTS.name(), Topics.PERMIT_EVENTS.name())) {
                consumer.partitionsFor(topic).stream()
                        .filter(partition -> partition.partition() % job.threads() == number)
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            }
        }

        @Override
        public void run() {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            producer.initTransactions();
            long committedAt = System.nanoTime();
            boolean read = false;
            while (!Thread.currentThread().isInterrupted()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                records.forEach(this::merge);
                read |= !records.isEmpty();
                boolean due = System.nanoTime() - committedAt >= Job.COMMIT_INTERVAL.toNanos();
                if (read && (due || records.isEmpty())) {
                    commit();
                    read = false;
                    committedAt = System.nanoTime();
                }
            }
        }

        private void merge(ConsumerRecord<String, byte[]> input) {
            DossierState dossier = dossiers.computeIfAbsent(input.key(), code -> new DossierState());
            Event event = new Event(input.topic().equals(Topics.PERMIT_EVENTS.name()), input.value());
            if (dossier.apply(event, rules.read(event), rules)) {
                changed.add(dossier);
            }
        }

        private void commit() {
            producer.beginTransaction();
            for (DossierState dossier : changed) {
                DossierRecord record = dossier.record();
                producer.send(new ProducerRecord<>(Topics.DOSSIER_RECORDS.name(), record.getCode(), record));
            }
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (TopicPartition partition : partitions) {
                offsets.put(partition, new OffsetAndMetadata(consumer.position(partition)));
            }
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
            changed.clear();
        }
    }
}
