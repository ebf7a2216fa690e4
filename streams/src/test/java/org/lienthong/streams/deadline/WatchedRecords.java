package org.lienthong.streams.deadline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.RecordStages;

/** The job under test, with a clock that the test moves. */
public final class WatchedRecords implements AutoCloseable {

    private static final String JOB = "watch";

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final HandClock clock;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, DossierRecord> records;
    private final TestOutputTopic<String, DeadlineAlert> alerts;

    public WatchedRecords(Path state, Instant now) {
        clock = new HandClock(now);
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, JOB);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(RecordStages.deadlines(serdes, clock), config);
        records = driver.createInputTopic(
                Topics.DOSSIER_RECORDS.name(),
                new StringSerializer(),
                serdes.of(Topics.DOSSIER_RECORDS).serializer());
        alerts = driver.createOutputTopic(
                Topics.DEADLINE_ALERTS.name(),
                new StringDeserializer(),
                serdes.of(Topics.DEADLINE_ALERTS).deserializer());
    }

    void add(WorkingDay day) {
        driver.createInputTopic(
                        Topics.WORKING_DAYS.name(),
                        new StringSerializer(),
                        serdes.of(Topics.WORKING_DAYS).serializer())
                .pipeInput(day.getDate().toString(), day);
    }

    public void send(DossierRecord record) {
        records.pipeInput(record.getCode(), record);
    }

    /** Moves the clock, and lets the job look at it. */
    public void moveTo(Instant now) {
        clock.set(now);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    /** The alerts since the last call. */
    public List<DeadlineAlert> alerts() {
        return alerts.readValuesToList();
    }

    Map<String, Watch> watches() {
        Map<String, Watch> all = new TreeMap<>();
        KeyValueStore<String, Watch> store = driver.getKeyValueStore(DeadlineStage.WATCHES_STORE);
        try (KeyValueIterator<String, Watch> entries = store.all()) {
            entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
        }
        return all;
    }

    @Override
    public void close() {
        driver.close();
    }
}
