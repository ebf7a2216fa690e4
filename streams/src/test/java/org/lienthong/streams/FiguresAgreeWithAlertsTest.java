package org.lienthong.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.HandClock;
import org.lienthong.streams.deadline.RandomRecords;
import org.lienthong.streams.deadline.WatchedRecords;

/**
 * A leader who counts the alerts of a unit and one who reads its figures see the same number.
 * {@code -Dconvergence.seed=N} repeats one.
 */
class FiguresAgreeWithAlertsTest {

    private static final int DOSSIERS = 300;

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final HandClock clock = new HandClock(day(3));
    private final Map<String, Long> counted = new HashMap<>();
    private final Map<String, DeadlineAlert> latest = new HashMap<>();

    @TempDir
    Path state;

    @RepeatedTest(5)
    void asManyDossiersAreCountedOverdueAsHaveAnAlertThatSaysSo() {
        long seed = Long.getLong("convergence.seed", System.nanoTime());
        System.out.println("convergence.seed=" + seed);
        RandomRecords random = new RandomRecords(seed);
        try (TopologyTestDriver count = countDriver();
                WatchedRecords watch = new WatchedRecords(state.resolve("watch"), day(3))) {
            TestInputTopic<String, DossierRecord> records = count.createInputTopic(
                    Topics.DOSSIER_RECORDS.name(),
                    new StringSerializer(),
                    serdes.of(Topics.DOSSIER_RECORDS).serializer());
            TestOutputTopic<String, UnitPartial> partials = count.createOutputTopic(
                    Topics.UNIT_PARTIALS.name(),
                    new StringDeserializer(),
                    serdes.of(Topics.UNIT_PARTIALS).deserializer());
            for (int i = 0; i < DOSSIERS; i++) {
                for (DossierRecord version : random.versions("H36.25-250602-" + (1000 + i))) {
                    records.pipeInput(version.getCode(), version);
                    watch.send(version);
                }
            }
            for (Instant now = day(4); now.isBefore(day(26)); now = now.plus(Duration.ofHours(31))) {
                clock.set(now);
                watch.moveTo(now);
                count.advanceWallClockTime(Duration.ofSeconds(1));
                partials.readKeyValuesToList()
                        .forEach(p -> counted.put(p.key, p.value.getFigures().getOverdue()));
                watch.alerts().forEach(alert -> latest.put(alert.getDossierCode(), alert));

                assertThat(overdueAlerts())
                        .as("convergence.seed=%d at %s", seed, now)
                        .isEqualTo(counted.values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
            }
        }
    }

    private long overdueAlerts() {
        return latest.values().stream()
                .filter(alert -> alert.getKind() == DeadlineAlertKind.OVERDUE)
                .count();
    }

    private TopologyTestDriver countDriver() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "count");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve("count").toString());
        return new TopologyTestDriver(RecordStages.count(serdes, clock), config);
    }
}
