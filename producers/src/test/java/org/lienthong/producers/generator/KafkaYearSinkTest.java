package org.lienthong.producers.generator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.schemas.topic.Topics;

class KafkaYearSinkTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void soundAndWrongRecordsArriveAsTheExpectationSays() {
        BROKER.create(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS, Topics.AGENCY_READINESS, Topics.SERVICE_REPORTS);
        LocalSchemaRegistry registry = new LocalSchemaRegistry();
        Expectation expectation;
        try (KafkaYearSink sink = new KafkaYearSink(BROKER.kafka(), registry)) {
            expectation = new DiLinhYear(1).emit(0, 1_500, DiLinhYear.END, sink, opened -> {});
        }

        AvroDeserializer<DossierEvent> avro = new AvroDeserializer<>(registry, DossierEvent.class);
        long sound = 0;
        long unreadable = 0;
        long misaddressed = 0;
        for (ConsumerRecord<String, byte[]> record : readAll(expectation.records())) {
            if (record.topic().equals(Topics.DOSSIER_EVENTS.name())) {
                try {
                    DossierEvent event = requireNonNull(avro.deserialize(record.topic(), record.value()));
                    boolean own = event.getDossierCode().equals(record.key())
                            && !record.key().contains("/");
                    sound += own ? 1 : 0;
                    misaddressed += own ? 0 : 1;
                } catch (UnreadableRecordException e) {
                    unreadable++;
                }
            }
        }
        Map<WrongKind, Long> wrong = expectation.wrong();
        assertThat(sound).isEqualTo(expectation.dossierEvents().published());
        assertThat(misaddressed)
                .isEqualTo(wrong.getOrDefault(WrongKind.OTHER_KEY, 0L)
                        + wrong.getOrDefault(WrongKind.CODE_NOT_CANONICAL, 0L));
        assertThat(unreadable)
                .isEqualTo(expectation.wrongRecords() - misaddressed)
                .isPositive();
    }

    private static List<ConsumerRecord<String, byte[]>> readAll(long count) {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(
                    Topics.DOSSIER_EVENTS.name(),
                    Topics.PERMIT_EVENTS.name(),
                    Topics.AGENCY_READINESS.name(),
                    Topics.SERVICE_REPORTS.name()));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (records.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).hasSize((int) count);
        return records;
    }
}
