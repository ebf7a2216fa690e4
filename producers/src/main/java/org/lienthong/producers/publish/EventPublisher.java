package org.lienthong.producers.publish;

import static org.lienthong.producers.problem.ProblemCode.PUBLISH_FAILED;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * Sends events to the exchange. Texts are brought to NFC, then the rules of {@link EventRules} are checked; what breaks
 * one is refused before anything is sent. Idempotent, acknowledged by all in-sync replicas, in order per dossier.
 *
 * <p>Thread-safe. Memory is bounded: {@code publish} waits while the send buffer is full. After a failed
 * acknowledgement every {@code publish} throws {@link PublishFailedException} until {@link #flush} has reported it, so
 * that a lost broker ends a long job at once and not record by record.
 */
public final class EventPublisher implements EventSink, AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final String AUTO_REGISTER = "auto.register.schemas";

    private final Producer<String, SpecificRecord> producer;
    private final CloudEventHeaders cloudEvents = new CloudEventHeaders();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

    /**
     * @param kafka producer properties in it win over our choice of compression, batching and buffer;
     *     {@code auto.register.schemas=false} refuses schemas that nobody registered
     */
    public EventPublisher(KafkaSettings kafka, SchemaRegistryClient registry) {
        this(new KafkaProducer<>(
                config(kafka),
                new StringSerializer(),
                new AvroSerializer<>(
                        registry, Boolean.parseBoolean(kafka.properties().getOrDefault(AUTO_REGISTER, "true")))));
    }

    /**
     * For callers that bring their own producer, such as one without a network.
     *
     * @param producer writes values in the wire format of the exchange; that it is idempotent and waits for all in-sync
     *     replicas is for the caller to see to; closed with the publisher
     */
    public EventPublisher(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    private static Map<String, Object> config(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        config.remove(AUTO_REGISTER);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 32 * 1024 * 1024L);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return config;
    }

    @Override
    public void publish(DossierEvent event) {
        DossierEvent sent = (DossierEvent) withTextsInNfc(event);
        EventRules.problem(sent).ifPresent(EventPublisher::refuse);
        send(Topics.DOSSIER_EVENTS, sent.getDossierCode(), sent, sent.getHeader(), sent.getPayload());
    }

    @Override
    public void publish(PermitEvent event) {
        PermitEvent sent = (PermitEvent) withTextsInNfc(event);
        EventRules.problem(sent).ifPresent(EventPublisher::refuse);
        send(Topics.PERMIT_EVENTS, sent.getDossierCode(), sent, sent.getHeader(), sent.getPayload());
    }

    @Override
    public void publish(AgencyReadiness report) {
        EventRules.problem(report).ifPresent(EventPublisher::refuse);
        send(Topics.AGENCY_READINESS, report.getHeader().getAgencyId(), report, report.getHeader(), report);
    }

    @Override
    public void publish(ServiceReport report) {
        EventRules.problem(report).ifPresent(EventPublisher::refuse);
        String key = report.getHeader().getAgencyId() + "|" + report.getMonth();
        send(Topics.SERVICE_REPORTS, key, report, report.getHeader(), report);
    }

    /**
     * Waits for every acknowledgement.
     *
     * @throws PublishFailedException when some failed since the last call; a later call starts afresh
     */
    @Override
    public void flush() {
        producer.flush();
        Throwable cause = firstFailure.getAndSet(null);
        if (cause != null) {
            throw failure(failed.sumThenReset(), cause);
        }
    }

    /** Events that the cluster has acknowledged so far. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Waits for what is under way and, as {@link #flush} does, throws when some of it failed. */
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        Throwable cause = firstFailure.getAndSet(null);
        if (cause != null) {
            throw failure(failed.sumThenReset(), cause);
        }
    }

    /** Attributes stay as sent: they are the source's own words. */
    private static SpecificRecord withTextsInNfc(SpecificRecord event) {
        return TextRules.nfc(event);
    }

    private static void refuse(Problem problem) {
        throw new InvalidEventException(problem);
    }

    private void send(Topic<?> topic, String key, SpecificRecord value, EventHeader header, Object payload) {
        Throwable cause = firstFailure.get();
        if (cause != null) {
            throw failure(failed.sum(), cause);
        }
        ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>(topic.name(), key, value);
        Schema type = ((SpecificRecord) payload).getSchema();
        cloudEvents.add(record.headers(), header, type, key);
        producer.send(record, this::acknowledge);
    }

    private void acknowledge(@Nullable RecordMetadata metadata, @Nullable Exception problem) {
        if (problem == null) {
            acknowledged.increment();
        } else {
            failed.increment();
            firstFailure.compareAndSet(null, problem);
        }
    }

    private static PublishFailedException failure(long count, Throwable cause) {
        return new PublishFailedException(
                Problem.of(PUBLISH_FAILED, count, cause.getClass().getSimpleName() + ": " + cause.getMessage()), cause);
    }
}
