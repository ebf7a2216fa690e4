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
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.runtime.testing.Golden;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.Records;

/** Both stages of the roll-up, one feeding the other. */
class UnitFiguresTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate BEFORE = LocalDate.of(2004, 1, 1);

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final AtomicReference<Instant> now = new AtomicReference<>(day(5));

    @TempDir
    Path state;

    private TopologyTestDriver count;
    private TopologyTestDriver rollup;
    private TestInputTopic<String, Unit> unitsOfCount;
    private TestInputTopic<String, Unit> unitsOfRollup;
    private TestInputTopic<String, DossierRecord> records;
    private TestOutputTopic<String, UnitPartial> partials;
    private TestInputTopic<String, UnitPartial> partialsIn;
    private TestOutputTopic<String, UnitCell> cellsOut;
    private TestOutputTopic<String, UnitStatistics> statistics;
    private final Map<String, UnitStatistics> figures = new HashMap<>();
    private final Map<String, UnitCell> cells = new HashMap<>();

    @BeforeEach
    void start() {
        count = new TopologyTestDriver(UnitCountTopology.build(serdes, clock()), config("count"));
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

    @Test
    void aDossierCountsInItsCommuneItsDistrictAndItsProvince() {
        send("a", "25000", day(0));
        send("b", "25009", day(0));
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(2);
        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(2);
    }

    @Test
    void theSameCodeAfterTheReformIsAnotherUnitUnderAnotherParent() {
        send("a", "25000", Instant.parse("2025-06-30T16:59:59Z"));
        send("b", "25000", Instant.parse("2025-06-30T17:00:00Z"));
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("25000@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(received("68@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(figures).doesNotContainKey("679@2004-01-01|CONSTRUCTION|2025-07");
    }

    @Test
    void aUnitThatNobodyKnowsStillCounts() {
        send("a", "99999", day(0));
        settle();

        assertThat(received("99999@1970-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void aNewVersionOfTheRecordReplacesTheOldOne() {
        send("a", "25000", day(0));
        settle();
        DossierRecord resolved = record("a", "25009", day(0));
        resolved.setStatus(DossierStatus.RESOLVED);
        resolved.setResolvedAt(day(4));
        records.pipeInput("a", resolved);
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isZero();
        Figures district = figures.get("679@2004-01-01|CONSTRUCTION|2025-06").getFigures();
        assertThat(district.getReceived()).isEqualTo(1);
        assertThat(district.getInProgress()).isZero();
        assertThat(district.getOnTime()).isEqualTo(1);
    }

    @Test
    void anOpenDossierTurnsOverdueByTheClockAndNoLongerOnceItIsFinished() {
        send("a", "25000", day(0));
        settle();
        String district = "679@2004-01-01|CONSTRUCTION|2025-06";
        assertThat(figures.get(district).getFigures().getOverdue()).isZero();

        now.set(day(11));
        settle();
        assertThat(figures.get(district).getFigures().getOverdue()).isEqualTo(1);

        DossierRecord resolved = record("a", "25000", day(0));
        resolved.setStatus(DossierStatus.RESOLVED);
        resolved.setResolvedAt(day(11));
        records.pipeInput("a", resolved);
        settle();
        assertThat(figures.get(district).getFigures().getOverdue()).isZero();
        assertThat(figures.get(district).getFigures().getLate()).isEqualTo(1);
    }

    @Test
    void aCellIsOneUnitHolderSectorProcedureChannelAndMonth() {
        DossierRecord taken = record("a", "25000", day(0));
        taken.setHolderAgency("H36.25.01");
        taken.setProcedureCode("1.005129");
        taken.setChannel(Channel.ONLINE);
        records.pipeInput("a", taken);
        settle();
        DossierRecord forwarded = DossierRecord.newBuilder(taken)
                .setHolderAgency("H36.11")
                .setWorkingMinutes(480L)
                .setResolvedAt(day(1))
                .build();
        records.pipeInput("a", forwarded);
        settle();

        String cell = "CONSTRUCTION|2025-06|25000@2004-01-01|";
        assertThat(cells.get(cell + "H36.25.01|1.005129|ONLINE").getFigures()).isEqualTo(new Figures());
        UnitCell now = cells.get(cell + "H36.11|1.005129|ONLINE");
        assertThat(now.getFigures().getReceived()).isEqualTo(1);
        assertThat(now.getFigures().getWorkingMinutes()).isEqualTo(480);
        assertThat(now.getWorkingTimes()).containsExactly(new TimeBin(TimeSketch.bin(480), 1L));
        assertThat(figures.get("68@2004-01-01|CONSTRUCTION|2025-06").getWorkingTimes())
                .isEqualTo(now.getWorkingTimes());
    }

    @Test
    void aUnitThatBecomesKnownLaterTakesItsDossiersOver() {
        send("a", "99999", day(0));
        settle();
        load(unit("99999", BEFORE, null, UnitLevel.COMMUNE, "679"));
        settle();

        assertThat(received("99999@1970-01-01|CONSTRUCTION|2025-06")).isZero();
        assertThat(received("99999@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void aUnitThatMovesInTheTreeTakesItsFiguresAlong() {
        send("a", "25009", day(0));
        settle();
        load(unit("680", BEFORE, null, UnitLevel.DISTRICT, "68"));
        load(unit("25009", BEFORE, REFORM.minusDays(1), UnitLevel.COMMUNE, "680"));
        settle();

        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isZero();
        assertThat(received("680@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void anAreaCountsWhatItsMembersCount() {
        Unit area = Unit.newBuilder(unit("679", REFORM, null, UnitLevel.AREA, "68"))
                .setMembers(List.of("25000"))
                .build();
        load(area);
        send("a", "25000", Instant.parse("2025-07-03T03:00:00Z"));
        settle();

        assertThat(received("679@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(received("68@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
    }

    @Test
    void partialsThatComeTwiceChangeNothing() {
        send("a", "25000", day(0));
        count.advanceWallClockTime(Duration.ofSeconds(1));
        List<TestRecord<String, UnitPartial>> sent = partials.readRecordsToList();
        sent.forEach(partialsIn::pipeInput);
        sent.forEach(partialsIn::pipeInput);
        sum();

        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void theTopologiesAreTheOnesThatRun() {
        String meaning =
                "A changed store or node name orphans the state of running deployments: plan a migration first";
        Golden.assertMatches(
                Path.of("src/test/resources/topologies/unit-count.txt"),
                UnitCountTopology.build(serdes, clock()).describe().toString(),
                meaning);
        Golden.assertMatches(
                Path.of("src/test/resources/topologies/unit-rollup.txt"),
                UnitRollupTopology.build(serdes).describe().toString(),
                meaning);
    }

    private void send(String code, String unitCode, Instant filed) {
        records.pipeInput(code, record(code, unitCode, filed));
    }

    private static DossierRecord record(String code, String unitCode, Instant filed) {
        DossierRecord record = Records.record(DossierStatus.IN_PROGRESS);
        record.setCode(code);
        record.setSector(Sector.CONSTRUCTION);
        record.setUnitCode(unitCode);
        record.setSubmittedAt(filed);
        return record;
    }

    /** Lets the first stage send what changed, and the second add it up. */
    private void settle() {
        count.advanceWallClockTime(Duration.ofSeconds(1));
        partials.readRecordsToList().forEach(partialsIn::pipeInput);
        sum();
    }

    private void sum() {
        rollup.advanceWallClockTime(Duration.ofSeconds(1));
        figures.putAll(statistics.readKeyValuesToMap());
        cells.putAll(cellsOut.readKeyValuesToMap());
    }

    private void load(Unit unit) {
        String key = unit.getCode() + "@" + unit.getValidFrom();
        unitsOfCount.pipeInput(key, unit);
        unitsOfRollup.pipeInput(key, unit);
    }

    private long received(String key) {
        assertThat(figures).containsKey(key);
        return figures.get(key).getFigures().getReceived();
    }

    private Clock clock() {
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

    private static Unit unit(String code, LocalDate from, LocalDate to, UnitLevel level, String parent) {
        return Unit.newBuilder()
                .setCode(code)
                .setValidFrom(from)
                .setValidTo(to)
                .setLevel(level)
                .setName("Unit " + code)
                .setParentCode(parent)
                .build();
    }

    private Properties config(String name) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve(name).toString());
        return config;
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(TopologyTestDriver driver, Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }
}
