package org.lienthong.streams.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.RecordStages;
import org.lienthong.streams.deadline.Records;

/** Both stages of the roll-up, one feeding the other, over Di Linh in small. */
abstract class BothStages {

    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    static final LocalDate BEFORE = LocalDate.of(2004, 1, 1);

    final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    final AtomicReference<Instant> now = new AtomicReference<>(day(5));

    @TempDir
    Path state;

    TopologyTestDriver count;
    TopologyTestDriver rollup;
    TestInputTopic<String, Unit> unitsOfCount;
    TestInputTopic<String, Unit> unitsOfRollup;
    TestInputTopic<String, DossierRecord> records;
    TestOutputTopic<String, UnitPartial> partials;
    TestInputTopic<String, UnitPartial> partialsIn;
    TestOutputTopic<String, UnitCell> cellsOut;
    TestOutputTopic<String, UnitStatistics> statistics;
    final Map<String, UnitStatistics> figures = new HashMap<>();
    final Map<String, UnitCell> cells = new HashMap<>();

    @BeforeEach
    void start() {
        count = new TopologyTestDriver(RecordStages.count(serdes, clock()), config("count"));
        rollup = new TopologyTestDriver(UnitRollupTopology.build(serdes), config("rollup"));
        unitsOfCount = input(count, Topics.REF_UNITS);
        unitsOfRollup = input(rollup, Topics.REF_UNITS);
        for (Unit unit : List.of(
                unit("68", BEFORE, REFORM.minusDays(1), UnitLevel.PROVINCE, null),
                unit("679", BEFORE, REFORM.minusDays(1), UnitLevel.DISTRICT, "68"),
                unit("25000", BEFORE, REFORM.minusDays(1), UnitLevel.COMMUNE, "679"),
                unit("25009", BEFORE, REFORM.minusDays(1), UnitLevel.COMMUNE, "679"),
                unit("68", REFORM, null, UnitLevel.PROVINCE, null),
                unit("25000", REFORM, null, UnitLevel.COMMUNE, "68"))) {
            load(unit);
        }
        records = input(count, Topics.DOSSIER_RECORDS);
        partials = output(count, Topics.UNIT_PARTIALS);
        partialsIn = input(rollup, Topics.UNIT_PARTIALS);
        cellsOut = output(rollup, Topics.UNIT_CELLS);
        statistics = output(rollup, Topics.UNIT_STATISTICS);
    }

    @AfterEach
    void stop() {
        count.close();
        rollup.close();
    }

    void send(String code, String unitCode, Instant filed) {
        records.pipeInput(code, record(code, unitCode, filed));
    }

    static DossierRecord record(String code, String unitCode, Instant filed) {
        DossierRecord record = Records.record(DossierStatus.IN_PROGRESS);
        record.setCode(code);
        record.setSector(Sector.CONSTRUCTION);
        record.setUnitCode(unitCode);
        record.setSubmittedAt(filed);
        return record;
    }

    /** Lets the first stage send what changed, and the second add it up. */
    void settle() {
        count.advanceWallClockTime(Duration.ofSeconds(1));
        partials.readRecordsToList().forEach(partialsIn::pipeInput);
        sum();
    }

    void sum() {
        rollup.advanceWallClockTime(Duration.ofSeconds(1));
        figures.putAll(statistics.readKeyValuesToMap());
        cells.putAll(cellsOut.readKeyValuesToMap());
    }

    void load(Unit unit) {
        String key = unit.getCode() + "@" + unit.getValidFrom();
        unitsOfCount.pipeInput(key, unit);
        unitsOfRollup.pipeInput(key, unit);
    }

    long received(String key) {
        assertThat(figures).containsKey(key);
        return figures.get(key).getFigures().getReceived();
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    static Unit unit(String code, LocalDate from, LocalDate to, UnitLevel level, String parent) {
        return Unit.newBuilder()
                .setCode(code)
                .setValidFrom(from)
                .setValidTo(to)
                .setLevel(level)
                .setName("Unit " + code)
                .setParentCode(parent)
                .build();
    }

    Properties config(String name) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve(name).toString());
        return config;
    }

    <V extends SpecificRecord> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    <V extends SpecificRecord> TestOutputTopic<String, V> output(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }
}
