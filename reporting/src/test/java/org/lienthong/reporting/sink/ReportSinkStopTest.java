package org.lienthong.reporting.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Publisher;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.SinkTopicsOfTests;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.topic.Topics;

/** What would stay wrong for ever ends the sink with a message that says where. */
class ReportSinkStopTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();

    @Test
    void aPoisonRecordStopsTheSinkAndItsBatchIsNotWritten() {
        SinkTopicsOfTests.create(BROKER);
        long offset;
        try (Publisher publisher = new Publisher(BROKER.kafka(), registry)) {
            publisher.inTransaction(() -> publisher.send(Topics.DOSSIER_RECORDS, "P1", Samples.dossier("P1", 1)));
            offset = publisher.sendBytesAndAwait(Topics.DOSSIER_RECORDS, "P2", new byte[] {1, 2, 3});
        }

        SinkStoppedException failure = failureOfASink();

        assertThat(failure.code()).isEqualTo("SINK_POISON_RECORD");
        assertThat(failure).hasMessageContaining("dossier.records, partition 0, offset " + offset + " (NOT_AVRO)");
        assertThat(DATABASE.number("SELECT count(*) FROM lienthong.dossiers")).isZero();
        assertThat(DATABASE.number("SELECT max(next_offset) FROM lienthong.sink_offsets"))
                .isZero();
    }

    @Test
    void aTopicThatWasCreatedAnewStopsTheSink() {
        SinkTopicsOfTests.create(BROKER);
        DATABASE.execute("INSERT INTO lienthong.sink_offsets VALUES ('ref.units', 'another-id', 0, 0, now())"
                + " ON CONFLICT (topic, partition) DO UPDATE SET topic_id = excluded.topic_id");

        SinkStoppedException failure = failureOfASink();

        assertThat(failure.code()).isEqualTo("SINK_TOPIC_REPLACED");
        assertThat(failure).hasMessageContaining("ref.units");
        DATABASE.clear();
    }

    private SinkStoppedException failureOfASink() {
        try (ReportSink sink =
                new ReportSink(BROKER.kafka(), registry, DATABASE.database().dataSource())) {
            sink.start();
            await().atMost(PATIENCE).until(() -> sink.failure().isPresent());
            assertThat(sink.isReady()).isFalse();
            assertThat(sink.failure().orElseThrow()).isInstanceOf(SinkStoppedException.class);
            return (SinkStoppedException) sink.failure().orElseThrow();
        }
    }
}
