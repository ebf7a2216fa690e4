package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lienthong.app.platform.Platform;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.quarantine.QuarantineQuery;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Publishes to a running platform what it has to set aside. */
record RefusedEvents(Platform platform) {

    /** Personal data, in every event. */
    static final String OFFICER = "Trần Văn Bảo";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    String quarantined(String key, byte[] value) throws InterruptedException, ExecutionException {
        return quarantined(Topics.DOSSIER_EVENTS, key, value);
    }

    /** Publishes what cannot be applied, waits until the database has it, and gives its name. */
    String quarantined(Topic<?> topic, String key, byte[] value) throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                platform.settings().kafka().clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value);
            record.headers().add("ce_source", "/agencies/H36.25".getBytes(UTF_8));
            RecordMetadata sent = producer.send(record).get();
            Origin origin = new Origin(sent.topic(), sent.partition(), sent.offset());
            QuarantineQuery query = new QuarantineQuery(platform.database().dataSource());
            await().atMost(PATIENCE).until(() -> query.find(origin).isPresent());
            return Origins.text(origin);
        }
    }

    /** The bytes of a sound event of the agency that the code begins with. */
    byte[] event(String code, String id) {
        DossierEvent event = DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId(id)
                        .setSourceSystem("one-stop")
                        .setAgencyId(code.substring(0, code.indexOf('-')))
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03Z"))
                        .build())
                .setDossierCode(code)
                .setPayload(DossierAccepted.newBuilder().setOfficer(OFFICER).build())
                .setAttributes(Map.of())
                .build();
        return new AvroSerializer<DossierEvent>(platform.registry(), false)
                .serialize(Topics.DOSSIER_EVENTS.name(), event);
    }

    boolean isOnRecord(String code) throws SQLException {
        return !new DossierQuery(platform.database().dataSource()).codes(code).isEmpty();
    }

    /** Records that were ever written to the topic. */
    long end(Topic<?> topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(platform.settings().kafka().clientConfig())) {
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (int partition = 0; partition < topic.partitions(); partition++) {
                all.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
            return admin.listOffsets(all).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}
