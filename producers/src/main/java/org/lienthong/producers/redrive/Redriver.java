package org.lienthong.producers.redrive;

import static org.lienthong.producers.problem.ProblemCode.REDRIVE_FAILED;
import static org.lienthong.producers.problem.ProblemCode.REDRIVE_TOO_LARGE;
import static org.lienthong.producers.problem.ProblemCode.REDRIVE_TOPIC_GONE;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.redrive.RedriveResult.Failed;
import org.lienthong.producers.redrive.RedriveResult.Sent;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.AdminCalls;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.topic.Topics;

/**
 * Sends quarantined records to the topics that they came from: key, value and headers as they are, to the partition of
 * the key. Idempotent, acknowledged by all in-sync replicas. Sending one again is harmless: the merge applies an event
 * once. Not thread-safe.
 */
public final class Redriver implements AutoCloseable {

    private static final int CALL_MILLIS = 15_000;
    private static final int DELIVERY_MILLIS = 30_000;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private final Map<String, Boolean> topics = new TreeMap<>();

    /** @param kafka client properties in it win over our choice of compression and patience */
    public Redriver(KafkaSettings kafka, Clock clock) {
        this.admin = Admin.create(adminConfig(kafka));
        this.producer =
                new KafkaProducer<>(producerConfig(kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    private static Map<String, Object> adminConfig(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        return config;
    }

    private static Map<String, Object> producerConfig(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        // A value that came in compressed has to fit when it goes again.
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_MILLIS);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, CALL_MILLIS);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        // The topic says how much it takes, not the producer.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_RECORD_BYTES);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return config;
    }

    /**
     * Sends the records and waits for every acknowledgement. Keep the list short: all of it is in memory.
     *
     * @return one result for each record, in their order
     * @throws KafkaException when the cluster cannot be asked about its topics
     */
    public List<RedriveResult> send(List<RedriveRecord> records) {
        List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
        for (RedriveRecord record : records) {
            answers.add(send(record));
        }
        producer.flush();
        List<RedriveResult> results = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            results.add(result(records.get(i), answers.get(i)));
        }
        return results;
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        admin.close();
    }

    private Future<RecordMetadata> send(RedriveRecord record) {
        // Asked first: a producer would wait for a topic that is gone, and on some clusters create it.
        if (!topics.computeIfAbsent(record.origin().getTopic(), this::exists)) {
            return CompletableFuture.failedFuture(new UnknownTopicOrPartitionException());
        }
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(record.origin().getTopic(), record.key(), record.value());
        RedriveRules.headers(record, clock.instant()).forEach(sent.headers()::add);
        return producer.send(sent);
    }

    private boolean exists(String topic) {
        try {
            AdminCalls.await(admin.describeTopics(List.of(topic)).allTopicNames());
            return true;
        } catch (UnknownTopicOrPartitionException | InvalidTopicException e) {
            return false;
        }
    }

    private static RedriveResult result(RedriveRecord record, Future<RecordMetadata> answer) {
        try {
            RecordMetadata to = answer.get();
            return new Sent(record.origin(), new Origin(to.topic(), to.partition(), to.offset()));
        } catch (ExecutionException e) {
            return new Failed(record.origin(), problem(record, e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Problem problem(RedriveRecord record, Throwable cause) {
        String topic = record.origin().getTopic();
        if (cause instanceof UnknownTopicOrPartitionException) {
            return Problem.of(REDRIVE_TOPIC_GONE, topic);
        }
        if (cause instanceof RecordTooLargeException) {
            return Problem.of(REDRIVE_TOO_LARGE, RedriveRules.size(record), topic);
        }
        return Problem.of(REDRIVE_FAILED, topic, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }
}
