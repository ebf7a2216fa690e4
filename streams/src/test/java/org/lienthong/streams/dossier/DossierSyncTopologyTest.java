package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.dossier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.runtime.testing.Golden;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

class DossierSyncTopologyTest {

    private static final int HISTORY_LIMIT = 20;
    private static final MergeSettings SETTINGS = new MergeSettings(
            HISTORY_LIMIT,
            MergeSettings.DEFAULTS.futureTolerance(),
            MergeSettings.DEFAULTS.earliestEvent(),
            // Few, so that records are often folded anew.
            3);

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> dossierEvents;
    private TestInputTopic<byte[], byte[]> permitEvents;
    private TestOutputTopic<String, DossierRecord> records;
    private TestOutputTopic<String, Receipt> receipts;
    private TestOutputTopic<String, QuarantinedRecord> quarantine;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, DossierSyncTopology.NAME);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(DossierSyncTopology.build(serdes, SETTINGS), config);
        ByteArraySerializer raw = new ByteArraySerializer();
        dossierEvents = driver.createInputTopic(Topics.DOSSIER_EVENTS.name(), raw, raw);
        permitEvents = driver.createInputTopic(Topics.PERMIT_EVENTS.name(), raw, raw);
        records = output(Topics.DOSSIER_RECORDS);
        receipts = output(Topics.RECEIPTS);
        quarantine = output(Topics.QUARANTINE);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void everyEventInOrderUpdatesTheRecordAndLeavesAReceipt() {
        Events.life(CODE, "25000", 5).forEach(this::send);

        assertThat(outcomes()).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.APPLIED, Outcome.APPLIED);
        DossierRecord record = records.readKeyValuesToMap().get(CODE);
        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getEventCount()).isEqualTo(4);
    }

    @Test
    void theSameEventAgainIsADuplicateAndChangesNothing() {
        DossierEvent event = dossier(CODE, 0, Events.submitted("25000"));
        send(event);
        send(event);

        assertThat(outcomes()).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
        assertThat(records.readRecordsToList()).hasSize(1);
    }

    @Test
    void aLateEventGivesTheRecordThatOrderWouldHaveGiven() {
        List<DossierEvent> life = Events.life(CODE, "25000", 5);
        life.forEach(this::send);
        DossierRecord inOrder = records.readKeyValuesToMap().get(CODE);
        receipts.readValuesToList();
        stop();
        start();

        List.of(life.get(0), life.get(3), life.get(1), life.get(2)).forEach(this::send);

        assertThat(outcomes()).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.LATE, Outcome.LATE);
        assertThat(records.readKeyValuesToMap().get(CODE)).isEqualTo(inOrder);
    }

    @Test
    void anyOrderAndAnyRepetitionGiveTheSameRecords() {
        long seed = System.nanoTime();
        System.out.println("seed of anyOrderAndAnyRepetitionGiveTheSameRecords: " + seed);
        RandomLives lives = new RandomLives(seed);
        List<DossierEvent> sent = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sent.addAll(lives.next("H36.25-250602-%04d".formatted(i)));
        }
        sent.forEach(this::send);
        Map<String, DossierRecord> first = records.readKeyValuesToMap();
        stop();
        start();

        List<DossierEvent> delivered = lives.asDelivered(sent);
        delivered.forEach(this::send);
        Map<String, DossierRecord> second = records.readKeyValuesToMap();

        assertThat(second).as("seed %d", seed).isEqualTo(first);
        second.forEach((code, record) -> assertThat(bytes(Topics.DOSSIER_RECORDS, record))
                .as("seed %d, %s", seed, code)
                .isEqualTo(bytes(Topics.DOSSIER_RECORDS, first.get(code))));
    }

    @Test
    void aPermitMeetsItsDossierWhicheverComesFirst() {
        PermitEvent permit = Events.permitIssued(CODE, 6, "12/GPXD");
        sendPermit(permit);
        assertThat(records.readKeyValuesToMap().get(CODE).getStatus()).isNull();

        Events.life(CODE, "25000", 5).forEach(this::send);
        DossierRecord permitFirst = records.readKeyValuesToMap().get(CODE);
        stop();
        start();
        Events.life(CODE, "25000", 5).forEach(this::send);
        sendPermit(permit);

        assertThat(permitFirst.getPermits()).hasSize(1);
        assertThat(bytes(Topics.DOSSIER_RECORDS, records.readKeyValuesToMap().get(CODE)))
                .isEqualTo(bytes(Topics.DOSSIER_RECORDS, permitFirst));
    }

    @Test
    void whatCannotBeReadIsKeptWholeWithItsOriginAndAReceipt() {
        byte[] json = "{\"MaHoSo\":1}".getBytes(UTF_8);
        dossierEvents.pipeInput(CODE.getBytes(UTF_8), json);
        dossierEvents.pipeInput(CODE.getBytes(UTF_8), new byte[] {0, 0, 0, 9, 9, 1});
        dossierEvents.pipeInput(CODE.getBytes(UTF_8), (byte[]) null);
        dossierEvents.pipeInput(CODE.getBytes(UTF_8), bytes(Topics.PERMIT_EVENTS, Events.permitIssued(CODE, 1, "1")));

        List<QuarantinedRecord> kept = quarantine.readValuesToList();
        assertThat(kept)
                .extracting(QuarantinedRecord::getReason)
                .containsExactly("NOT_AVRO", "UNKNOWN_SCHEMA", "EMPTY_VALUE", "INCOMPATIBLE_SCHEMA");
        assertThat(kept.get(0).getValue().array()).isEqualTo(json);
        assertThat(kept).extracting(k -> k.getOrigin().getOffset()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(outcomes()).hasSize(4).containsOnly(Outcome.QUARANTINED);
        assertThat(records.isEmpty()).isTrue();
    }

    @Test
    void anEventThatBreaksARuleIsSetAsideAndTheNextOneGoesThrough() {
        DossierEvent badCode = dossier("ho-so-1", 0, Events.submitted("25000"));
        DossierEvent good = dossier(CODE, 0, Events.submitted("25000"));
        DossierEvent reused = DossierEvent.newBuilder(good)
                .setPayload(Events.submitted("25003"))
                .build();
        send(badCode);
        dossierEvents.pipeInput("another key".getBytes(UTF_8), bytes(Topics.DOSSIER_EVENTS, good));
        send(good);
        send(reused);

        assertThat(receipts.readValuesToList())
                .extracting(Receipt::getCode)
                .containsExactly("BAD_DOSSIER_CODE", "KEY_MISMATCH", "APPLIED", "EVENT_ID_REUSED");
        assertThat(quarantine.readValuesToList()).hasSize(2);
    }

    @Test
    void aHistoryWithoutEndIsCutOffWithAReason() {
        for (int i = 0; i <= HISTORY_LIMIT; i++) {
            send(dossier(CODE, i, Events.progressed("again")));
        }

        assertThat(receipts.readValuesToList())
                .last()
                .extracting(Receipt::getCode)
                .isEqualTo("HISTORY_LIMIT");
        assertThat(records.readKeyValuesToMap().get(CODE).getEventCount()).isEqualTo(HISTORY_LIMIT);
    }

    @Test
    void oneReceiptPerRecordWhateverComesIn() {
        List<byte[]> inputs = new ArrayList<>();
        Events.life(CODE, "25000", 5).forEach(e -> inputs.add(bytes(Topics.DOSSIER_EVENTS, e)));
        inputs.addAll(List.copyOf(inputs));
        inputs.add(new byte[] {1, 2, 3});
        Collections.shuffle(inputs, new Random(1));
        inputs.forEach(value -> dossierEvents.pipeInput(CODE.getBytes(UTF_8), value));

        assertThat(receipts.readValuesToList())
                .extracting(r -> r.getOrigin().getOffset())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void theTopologyIsTheOneThatRuns() {
        Golden.assertMatches(
                Path.of("src/test/resources/topologies/dossier-sync.txt"),
                DossierSyncTopology.build(serdes, SETTINGS).describe().toString(),
                "A changed store or node name orphans the state of running deployments: plan a migration first");
    }

    private void send(DossierEvent event) {
        dossierEvents.pipeInput(event.getDossierCode().getBytes(UTF_8), bytes(Topics.DOSSIER_EVENTS, event));
    }

    private void sendPermit(PermitEvent event) {
        permitEvents.pipeInput(event.getDossierCode().getBytes(UTF_8), bytes(Topics.PERMIT_EVENTS, event));
    }

    private List<Outcome> outcomes() {
        return receipts.readValuesToList().stream().map(Receipt::getOutcome).toList();
    }

    private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return serdes.of(topic).serializer().serialize(topic.name(), value);
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }
}
