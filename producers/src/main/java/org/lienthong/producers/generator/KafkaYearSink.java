package org.lienthong.producers.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.lienthong.producers.problem.ProblemCode.PUBLISH_FAILED;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.publish.EventPublisher;
import org.lienthong.producers.publish.PublishFailedException;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topics;

/** Publishes the year as agencies would; wrong records go past the publisher, which would refuse them. */
public final class KafkaYearSink implements YearSink, AutoCloseable {

    private static final int UNKNOWN_SCHEMA_ID = 2_000_000_000;

    private final EventPublisher publisher;
    private final KafkaProducer<String, byte[]> raw;
    private final AvroSerializer<DossierEvent> serializer;

    public KafkaYearSink(KafkaSettings kafka, SchemaRegistryClient registry) {
        publisher = new EventPublisher(kafka, registry);
        serializer = new AvroSerializer<>(registry, true);
        Map<String, Object> config = kafka.clientConfig();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        raw = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void publish(DossierEvent event) {
        publisher.publish(event);
    }

    @Override
    public void publish(PermitEvent event) {
        publisher.publish(event);
    }

    @Override
    public void publish(AgencyReadiness report) {
        publisher.publish(report);
    }

    @Override
    public void publish(ServiceReport report) {
        publisher.publish(report);
    }

    /** Waits for each: they are few, and each must be known to have arrived. */
    @Override
    public void publishWrong(WrongRecord record) {
        try {
            raw.send(new ProducerRecord<>(Topics.DOSSIER_EVENTS.name(), record.key(), bytes(record)))
                    .get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PublishFailedException(Problem.of(PUBLISH_FAILED, 1, cause), cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void flush() {
        publisher.flush();
    }

    @Override
    public void close() {
        raw.close();
        publisher.close();
    }

    private byte[] bytes(WrongRecord record) {
        byte[] avro = requireNonNull(serializer.serialize(Topics.DOSSIER_EVENTS.name(), record.event()));
        return switch (record.kind()) {
            case NOT_AVRO ->
                "{\"maHoSo\":\"%s\",\"trangThai\":4}".formatted(record.key()).getBytes(UTF_8);
            case UNKNOWN_SCHEMA ->
                ByteBuffer.wrap(avro).putInt(1, UNKNOWN_SCHEMA_ID).array();
            case CUT_OFF -> Arrays.copyOf(avro, avro.length / 2);
            case OTHER_KEY, CODE_NOT_CANONICAL -> avro;
        };
    }
}
