package org.lienthong.producers.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;

class EventPublisherTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();

    @Test
    void eventsArriveKeyedValidatedInNfcAndWithCloudEventHeaders() {
        BROKER.create(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS, Topics.AGENCY_READINESS, Topics.SERVICE_REPORTS);
        DossierEvent decomposed = Events.dossier(Events.submitted(Normalizer.normalize("Nguyễn Thị Hòa", Form.NFD)));

        try (EventPublisher publisher = new EventPublisher(BROKER.kafka(), registry)) {
            publisher.publish(decomposed);
            publisher.publish(Events.permit());
            publisher.publish(Events.readiness());
            publisher.publish(Events.report());
            publisher.flush();
            assertThat(publisher.acknowledged()).isEqualTo(4);
        }

        Map<String, ConsumerRecord<String, byte[]>> records = readAll(4);
        ConsumerRecord<String, byte[]> dossier = requireNonNull(records.get("dossier.events"));
        DossierEvent read = new AvroSerdes(registry, false)
                .of(Topics.DOSSIER_EVENTS)
                .deserializer()
                .deserialize("dossier.events", dossier.value());
        assertThat(dossier.key()).isEqualTo(Events.CODE);
        assertThat(((DossierSubmitted) read.getPayload()).getApplicant().getName())
                .isEqualTo("Nguyễn Thị Hòa");
        assertThat(headers(dossier))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "e-1",
                        "ce_source", "/agencies/H36.25/systems/m%E1%BB%99t%20c%E1%BB%ADa",
                        "ce_type", "org.lienthong.schemas.dossier.DossierSubmitted",
                        "ce_time", "2025-07-01T01:02:03.000004Z",
                        "ce_subject", Events.CODE,
                        "content-type", "application/avro"));
        assertThat(requireNonNull(records.get("permit.events")).key()).isEqualTo(Events.CODE);
        assertThat(requireNonNull(records.get("agency.readiness")).key()).isEqualTo("H36.25");
        assertThat(requireNonNull(records.get("agency.reports")).key()).isEqualTo("H36.25|2025-07");
        assertThat(((DossierSubmitted) decomposed.getPayload()).getApplicant().getName())
                .as("the caller's event stays as it was")
                .isNotEqualTo("Nguyễn Thị Hòa");
    }

    @Test
    void aWrongEventIsRefusedAndNothingIsSent() {
        MockProducer<String, SpecificRecord> producer =
                new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
        DossierEvent wrong = Events.progressed();
        wrong.setDossierCode("HS-1");
        try (EventPublisher publisher = new EventPublisher(producer)) {
            assertThatThrownBy(() -> publisher.publish(wrong))
                    .isInstanceOfSatisfying(
                            InvalidEventException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.DOSSIER_CODE_INVALID));
        }
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void anEventThatWasNotAcknowledgedFailsTheFlush() {
        MockProducer<String, SpecificRecord> producer =
                new MockProducer<>(false, null, new StringSerializer(), (topic, value) -> new byte[0]);
        try (EventPublisher publisher = new EventPublisher(producer)) {
            publisher.publish(Events.progressed());
            publisher.publish(Events.permit());
            producer.completeNext();
            producer.errorNext(new NotEnoughReplicasException("one replica left"));

            assertThatThrownBy(() -> publisher.publish(Events.progressed())).isInstanceOf(PublishFailedException.class);
            assertThatThrownBy(publisher::flush)
                    .isInstanceOf(PublishFailedException.class)
                    .hasMessageContaining("PUBLISH_FAILED: 1 sự kiện")
                    .hasMessageContaining("NotEnoughReplicasException: one replica left");
            assertThat(publisher.acknowledged()).isEqualTo(1);

            publisher.flush();
        }
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static Map<String, ConsumerRecord<String, byte[]>> readAll(int count) {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        Map<String, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        List<String> topics =
                new ArrayList<>(List.of("dossier.events", "permit.events", "agency.readiness", "agency.reports"));
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> found.put(r.topic(), r));
            }
        }
        return found;
    }
}
