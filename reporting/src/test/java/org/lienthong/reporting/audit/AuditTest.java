package org.lienthong.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;

/** A sound exchange of three events, and what each thing that goes wrong with it is called. */
class AuditTest {

    private static final TopicPartition INPUT = new TopicPartition("dossier.events", 2);
    private static final String CODE = "H36.25-250602-0001";

    private final Audit audit = new Audit();

    @BeforeEach
    void threeEventsOfWhichOneIsNoAvro() {
        audit.partition(INPUT, 100, 103);
        audit.event(INPUT, 100, "a");
        audit.event(INPUT, 101, "b");
        audit.event(INPUT, 102, null);
    }

    @Test
    void aSoundExchangeHasNoFinding() {
        audit.ledger(ledger(3, 2, 1));
        sound();

        AuditReport report = audit.report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.partitions()).singleElement().satisfies(partition -> {
            assertThat(partition.receipts()).isEqualTo(3);
            assertThat(partition.ledger()).isEqualTo(3);
        });
    }

    @Test
    void anEventWithoutAReceipt() {
        audit.ledger(ledger(3, 2, 1));
        receipt(100, "a", Outcome.APPLIED, CODE);
        receipt(102, null, Outcome.QUARANTINED, null);
        audit.quarantined(new Origin("dossier.events", 2, 102L));
        audit.record(CODE, 1);

        assertThat(audit.report().findings())
                .extracting(Finding::kind, Finding::where)
                .contains(tuple(Kind.RECEIPT_MISSING, "dossier.events-2-101"));
    }

    @Test
    void twoReceiptsOfOneEvent() {
        audit.ledger(ledger(3, 2, 1));
        sound();
        receipt(101, "b", Outcome.APPLIED, null);

        assertFound(Kind.RECEIPT_TWICE, "dossier.events-2-101");
    }

    @Test
    void aReceiptOfAnEventThatIsNotThere() {
        audit.partition(new TopicPartition("permit.events", 0), 0, 10);
        audit.ledger(ledger(3, 2, 1));
        sound();
        audit.receipt(receiptOf("permit.events", 0, 5, "x", Outcome.DUPLICATE, CODE));

        assertFound(Kind.RECEIPT_WITHOUT_EVENT, "permit.events-0-5");
    }

    @Test
    void aReceiptThatNamesAnotherEvent() {
        audit.ledger(ledger(3, 2, 1));
        receipt(100, "not a", Outcome.APPLIED, CODE);
        receipt(101, "b", Outcome.APPLIED, CODE);
        receipt(102, null, Outcome.QUARANTINED, null);
        audit.quarantined(new Origin("dossier.events", 2, 102L));
        audit.record(CODE, 2);

        assertFound(Kind.RECEIPT_OF_ANOTHER_EVENT, "dossier.events-2-100");
    }

    @Test
    void aQuarantineReceiptWithNothingKeptAndTheOtherWayRound() {
        audit.ledger(ledger(3, 2, 1));
        receipt(100, "a", Outcome.APPLIED, CODE);
        receipt(101, "b", Outcome.APPLIED, CODE);
        receipt(102, null, Outcome.QUARANTINED, null);
        audit.quarantined(new Origin("dossier.events", 2, 101L));
        audit.record(CODE, 2);

        assertThat(audit.report().findings())
                .extracting(Finding::kind, Finding::where)
                .containsExactlyInAnyOrder(
                        tuple(Kind.QUARANTINE_MISSING, "dossier.events-2-102"),
                        tuple(Kind.QUARANTINE_WITHOUT_RECEIPT, "dossier.events-2-101"));
    }

    @Test
    void aRecordThatCountsOtherEventsThanItHas() {
        audit.ledger(ledger(3, 2, 1));
        sound();
        audit.record(CODE, 3);

        assertFound(Kind.RECORD_COUNT_DIFFERS, CODE);
    }

    @Test
    void aRecordWithoutEventsAndEventsWithoutARecord() {
        audit.ledger(ledger(3, 2, 1));
        receipt(100, "a", Outcome.APPLIED, CODE);
        receipt(101, "b", Outcome.APPLIED, CODE);
        receipt(102, null, Outcome.QUARANTINED, null);
        audit.quarantined(new Origin("dossier.events", 2, 102L));
        audit.record("H36.25-250602-0002", 1);

        assertThat(audit.report().findings())
                .extracting(Finding::kind, Finding::where)
                .containsExactlyInAnyOrder(
                        tuple(Kind.RECORD_WITHOUT_EVENTS, "H36.25-250602-0002"), tuple(Kind.RECORD_MISSING, CODE));
    }

    @Test
    void aLedgerThatDiffersFromTheReceiptsOrFromItself() {
        audit.ledger(ledger(3, 3, 1));
        sound();

        assertThat(audit.report().findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.LEDGER_DIFFERS, Kind.LEDGER_DIFFERS);
    }

    @Test
    void aLedgerThatLacksAPartition() {
        sound();

        assertFound(Kind.LEDGER_MISSING, "dossier.events-2");
    }

    @Test
    void aSystemAtWorkShowsNoFinding() {
        // The ledger and the record have come further than the events that were read.
        LedgerEntry ahead = ledger(4, 3, 1);
        ahead.setLastOffset(103L);
        audit.ledger(ahead);
        sound();
        receipt(103, "c", Outcome.APPLIED, CODE);
        audit.record(CODE, 4);
        audit.underWay(CODE);

        AuditReport report = audit.report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.inFlight()).isEqualTo(1);
        assertThat(report.dossiers()).isZero();
    }

    private void sound() {
        receipt(100, "a", Outcome.APPLIED, CODE);
        receipt(101, "b", Outcome.APPLIED, CODE);
        receipt(102, null, Outcome.QUARANTINED, null);
        audit.quarantined(new Origin("dossier.events", 2, 102L));
        audit.record(CODE, 2);
    }

    private void receipt(long offset, @Nullable String eventId, Outcome outcome, @Nullable String code) {
        audit.receipt(receiptOf("dossier.events", 2, offset, eventId, outcome, code));
    }

    private static Receipt receiptOf(
            String topic,
            int partition,
            long offset,
            @Nullable String eventId,
            Outcome outcome,
            @Nullable String code) {
        return Receipt.newBuilder()
                .setEventId(eventId)
                .setDossierCode(code)
                .setOutcome(outcome)
                .setCode(outcome.name())
                .setOrigin(new Origin(topic, partition, offset))
                .build();
    }

    private static LedgerEntry ledger(long read, long applied, long quarantined) {
        return LedgerEntry.newBuilder()
                .setTopic("dossier.events")
                .setPartition(2)
                .setRead(read)
                .setApplied(applied)
                .setQuarantined(quarantined)
                .setFirstOffset(100)
                .setLastOffset(102)
                .build();
    }

    private void assertFound(Kind kind, String where) {
        assertThat(audit.report().findings())
                .extracting(Finding::kind, Finding::where)
                .containsExactly(tuple(kind, where));
    }
}
