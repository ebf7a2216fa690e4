package org.lienthong.streams.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.dossier;
import static org.lienthong.streams.dossier.Events.resolved;
import static org.lienthong.streams.dossier.Events.submitted;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.runtime.testing.Golden;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.redrive.RedriveHeaders;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;

class DossierSyncTopologyTest {

    @TempDir
    Path state;

    private MergeDriver merge;

    @BeforeEach
    void start() {
        merge = new MergeDriver(state, MergeSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        merge.close();
    }

    @Test
    void everyEventInOrderUpdatesTheRecordAndLeavesAReceipt() {
        Events.life(CODE, "25000", 5).forEach(merge::send);

        assertThat(merge.outcomes()).hasSize(4).containsOnly(Outcome.APPLIED);
        DossierRecord record = merge.records().get(CODE);
        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getEventCount()).isEqualTo(4);
    }

    @Test
    void aReceiptSaysWhatBecameOfTheEventInBothLanguages() {
        merge.send(dossier(CODE, 0, submitted("25000")));

        assertThat(merge.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getCode()).isEqualTo("APPLIED");
            assertThat(receipt.getMessageVi()).startsWith("Sự kiện đã được ghi nhận");
            assertThat(receipt.getMessageEn()).isNotBlank();
            assertThat(receipt.getRecordVersion()).isEqualTo(1);
            assertThat(receipt.getOrigin()).isEqualTo(new Origin("dossier.events", 0, 0L));
            assertThat(receipt.getRedriveOf()).isNull();
        });
    }

    @Test
    void theSameEventAgainIsADuplicateAndChangesNothing() {
        DossierEvent event = dossier(CODE, 0, submitted("25000"));
        merge.send(event);
        merge.records();
        merge.send(event);

        assertThat(merge.outcomes()).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
        assertThat(merge.records()).isEmpty();
    }

    @Test
    void aLateEventGivesTheRecordThatOrderWouldHaveGiven() {
        List<DossierEvent> life = Events.life(CODE, "25000", 5);
        life.forEach(merge::send);
        DossierRecord inOrder = merge.records().get(CODE);
        restart();

        List.of(life.get(0), life.get(3), life.get(1), life.get(2)).forEach(merge::send);

        assertThat(merge.outcomes()).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.LATE, Outcome.LATE);
        assertThat(merge.records().get(CODE)).isEqualTo(inOrder);
    }

    @Test
    void aLateEventThatLaterOnesHaveReplacedIsSuperseded() {
        merge.send(dossier(CODE, 0, submitted("25000")));
        merge.send(dossier(CODE, 9, new DossierRated(5)));
        merge.send(dossier(CODE, 8, new DossierRated(2)));

        assertThat(merge.outcomes()).containsExactly(Outcome.APPLIED, Outcome.APPLIED, Outcome.SUPERSEDED);
        assertThat(merge.records().get(CODE).getRating()).isEqualTo(5);
        assertThat(merge.records()).isEmpty();
    }

    @Test
    void aStatementAboutWhatAnotherOwnsIsAConflictInOrderAndLate() {
        EventHeader stranger = new EventHeader("s1", "another", "H36.77", day(3), 0L);
        EventHeader late = new EventHeader("s2", "another", "H36.77", day(2), 0L);
        merge.send(dossier(CODE, 0, submitted("25000")));
        merge.send(dossier(CODE, 1, accepted(10)));
        merge.send(new DossierEvent(stranger, CODE, null, resolved(), Map.of()));
        merge.send(new DossierEvent(late, CODE, null, resolved(), Map.of()));

        assertThat(merge.codes()).containsExactly("APPLIED", "APPLIED", "NOT_THE_HOLDER", "NOT_THE_HOLDER");
        assertThat(merge.records().get(CODE).getStatus()).isEqualTo(DossierStatus.ACCEPTED);
    }

    @Test
    void anEventIdThatIsUsedForTwoEventsIsAConflictAndTheRecordIsTheSameEitherWay() {
        DossierEvent first = dossier(CODE, 1, Events.progressed("a"));
        DossierEvent second = DossierEvent.newBuilder(first)
                .setPayload(Events.progressed("b"))
                .build();
        merge.send(first);
        merge.send(second);
        assertThat(merge.codes()).containsExactly("APPLIED", "EVENT_ID_REUSED");
        DossierRecord one = merge.records().get(CODE);
        restart();
        merge.send(second);
        merge.send(first);

        assertThat(merge.codes()).containsExactly("APPLIED", "EVENT_ID_REUSED");
        assertThat(merge.records().get(CODE)).isEqualTo(one);
    }

    @Test
    void aPermitMeetsItsDossierWhicheverComesFirst() {
        PermitEvent permit = Events.permitIssued(CODE, 6, "12/GPXD");
        merge.send(permit);
        assertThat(merge.records().get(CODE).getStatus()).isNull();

        Events.life(CODE, "25000", 5).forEach(merge::send);
        DossierRecord permitFirst = merge.records().get(CODE);
        restart();
        Events.life(CODE, "25000", 5).forEach(merge::send);
        merge.send(permit);

        assertThat(permitFirst.getPermits()).hasSize(1);
        assertThat(merge.bytes(Topics.DOSSIER_RECORDS, merge.records().get(CODE)))
                .isEqualTo(merge.bytes(Topics.DOSSIER_RECORDS, permitFirst));
    }

    @Test
    void theLimitOfTheProcedureGivesADueDateWhereNoneIsStated() {
        merge.reference(
                Topics.REF_PROCEDURES,
                "1.005129",
                new Procedure("1.005129", "Thủ tục", Sector.CONSTRUCTION, UnitLevel.COMMUNE, 16, false, true, null));
        merge.send(dossier(CODE, 0, submitted("25000")));
        merge.send(dossier(CODE, 1, new DossierAccepted(null, null, null)));

        assertThat(merge.records().get(CODE).getDueAt()).isEqualTo(day(3));
    }

    @Test
    void oneReceiptPerRecordAndTheLedgerBalances() {
        List<DossierEvent> inputs = new ArrayList<>(Events.life(CODE, "25000", 5));
        inputs.addAll(List.copyOf(inputs));
        Collections.shuffle(inputs, new Random(1));
        inputs.forEach(merge::send);
        merge.sendRaw(CODE, new byte[] {1, 2, 3});

        List<Receipt> receipts = merge.receipts();
        assertThat(receipts)
                .extracting(r -> r.getOrigin().getOffset())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        LedgerEntry entry = merge.ledger().get("dossier.events-0");
        assertThat(entry.getRead()).isEqualTo(9);
        assertThat(entry.getDuplicate()).isEqualTo(4);
        assertThat(entry.getQuarantined()).isEqualTo(1);
        assertThat(entry.getApplied() + entry.getLate() + entry.getSuperseded()).isEqualTo(4);
        assertThat(entry.getFirstOffset()).isZero();
        assertThat(entry.getLastOffset()).isEqualTo(8);
    }

    @Test
    void aRedriveIsOnTheLedgerKeepsItsOriginAndIsAppliedOnce() {
        Headers redriven = new RecordHeaders().add(RedriveHeaders.REDRIVE_OF, "dossier.events-2-17".getBytes());
        merge.send(dossier(CODE, 0, submitted("25000")), redriven);
        merge.send(dossier(CODE, 0, submitted("25000")), redriven);

        List<Receipt> receipts = merge.receipts();
        assertThat(receipts).extracting(Receipt::getOutcome).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
        assertThat(receipts).extracting(Receipt::getRedriveOf).containsOnly(new Origin("dossier.events", 2, 17L));
        assertThat(merge.ledger().get("dossier.events-0").getRedriven()).isEqualTo(2);
    }

    @Test
    void theTopologyIsTheOneThatRuns() {
        Golden.assertMatches(
                Path.of("src/test/resources/topologies/dossier-sync.txt"),
                DossierSyncTopology.build(
                                new AvroSerdes(new LocalSchemaRegistry(), true),
                                MergeSettings.DEFAULTS,
                                Clock.systemUTC(),
                                DeadlineSettings.DEFAULTS)
                        .describe()
                        .toString(),
                "A changed store or node name orphans the state of running deployments: plan a migration first");
    }

    private void restart() {
        stop();
        start();
    }
}
