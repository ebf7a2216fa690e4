package org.lienthong.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.ApplicantType;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.UnreadableRecordException.Reason;
import org.lienthong.schemas.topic.Topics;

class AvroSerdeTest {

    private static final String TOPIC = Topics.DOSSIER_EVENTS.name();

    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
    private final Serde<DossierEvent> serde = new AvroSerdes(registry, true).of(Topics.DOSSIER_EVENTS);

    @Test
    void aRecordComesBackEqualBehindTheConfluentPrefix() {
        for (DossierEvent event : List.of(submitted(), accepted(), paymentRequested())) {
            byte[] bytes = serde.serializer().serialize(TOPIC, event);

            assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 1);
            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(event);
        }
    }

    @Test
    void foreignBytesAreNotAvro() {
        assertUnreadable("{\"json\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8), Reason.NOT_AVRO);
        assertUnreadable(new byte[] {0, 0}, Reason.NOT_AVRO);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsAnUnknownSchema() {
        assertUnreadable(new byte[] {0, 0, 0, 0, 99, 1, 2, 3}, Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void theSchemaOfAnotherTopicIsIncompatible() {
        registry.register(Topics.PERMIT_EVENTS.valueSubject(), PermitEvent.getClassSchema());
        assertUnreadable(new byte[] {0, 0, 0, 0, 1, 1, 2, 3}, Reason.INCOMPATIBLE_SCHEMA);
    }

    @Test
    void everyTruncationOfARecordIsACorruptBody() {
        byte[] bytes = serde.serializer().serialize(TOPIC, submitted());
        for (int length = WireFormat.PREFIX_LENGTH; length < bytes.length; length++) {
            assertUnreadable(Arrays.copyOf(bytes, length), Reason.CORRUPT_BODY);
        }
        assertUnreadable(Arrays.copyOf(bytes, bytes.length + 1), Reason.CORRUPT_BODY);
    }

    /** No bit pattern may end a job: whatever a body holds, it is read or it is CORRUPT_BODY. */
    @Test
    void everyMutilatedBodyIsReadOrIsACorruptBody() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = serde.serializer().serialize(TOPIC, accepted());
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = good.clone();
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                int at = WireFormat.PREFIX_LENGTH + random.nextInt(bytes.length - WireFormat.PREFIX_LENGTH);
                bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
            }
            try {
                serde.deserializer().deserialize(TOPIC, bytes);
            } catch (UnreadableRecordException e) {
                assertThat(e.reason()).as("seed %d", seed).isEqualTo(Reason.CORRUPT_BODY);
            }
        }
    }

    @Test
    void aValueThatDoesNotFitItsSchemaIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, event("Nguyễn Văn Bí Mật")))
                .isInstanceOf(SerializationException.class)
                .hasNoCause()
                .hasMessageContaining("DossierEvent")
                .hasMessageNotContaining("Bí Mật");
    }

    @Test
    void aMissingFieldIsRefusedByName() {
        DossierEvent event = submitted();
        event.setDossierCode(null);
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, event))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseInstanceOf(NullPointerException.class)
                .cause()
                .hasMessageContaining("dossierCode");
    }

    @Test
    void aRefusedValueLeavesNothingBehind() {
        byte[] expected = serde.serializer().serialize(TOPIC, submitted());
        DossierEvent refused = submitted();
        refused.setPayload(null);
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, refused))
                .isInstanceOf(SerializationException.class);

        assertThat(serde.serializer().serialize(TOPIC, submitted())).isEqualTo(expected);
    }

    @Test
    void anyKafkaToolConfiguresTheSerdeByPropertiesAlone() {
        Map<String, String> properties = Map.of(
                "schema.registry.url", "http://127.0.0.1:1", "specific.avro.value.type", DossierEvent.class.getName());
        try (AvroDeserializer<DossierEvent> deserializer = new AvroDeserializer<>();
                AvroSerializer<DossierEvent> serializer = new AvroSerializer<>()) {
            deserializer.configure(properties, false);
            serializer.configure(properties, false);
            assertThat(deserializer.deserialize(TOPIC, null)).isNull();
            assertThat(serializer.serialize(TOPIC, null)).isNull();
        }
        assertThatThrownBy(() -> new AvroDeserializer<>().configure(properties, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("specific.avro.key.type");
        assertThatThrownBy(() -> new AvroDeserializer<>()
                        .configure(Map.of("specific.avro.value.type", "java.lang.String"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("java.lang.String");
    }

    private void assertUnreadable(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static DossierEvent submitted() {
        return event(DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode("25000")
                .setReceivingAgency("H36.25")
                .setChannel(Channel.ONLINE)
                .setApplicant(Applicant.newBuilder()
                        .setName("Nguyễn Thị Hòa")
                        .setType(ApplicantType.CITIZEN)
                        .build())
                .build());
    }

    private static DossierEvent accepted() {
        return event(DossierAccepted.newBuilder()
                .setDueAt(Instant.parse("2025-07-11T10:00:00Z"))
                .setOfficer("Trần Văn Tám")
                .build());
    }

    private static DossierEvent paymentRequested() {
        return event(PaymentRequested.newBuilder()
                .setAmount(new BigDecimal("150000.00"))
                .build());
    }

    private static DossierEvent event(Object payload) {
        return DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e-1")
                        .setSourceSystem("one-stop")
                        .setAgencyId("H36.25")
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03.000004Z"))
                        .build())
                .setDossierCode("H36.25-250701-0001")
                .setPayload(payload)
                .setAttributes(Map.of("GhiChu", "x"))
                .build();
    }
}
