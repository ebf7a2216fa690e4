package org.lienthong.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.reporting.audit.AuditReport.Proof;
import org.lienthong.reporting.audit.AuditReport.Result;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;

/**
 * A small exchange: eight events of two dossiers on one partition, with a hole in the offsets where a transaction
 * ended. Sound as it is; each test does one thing to it.
 */
class AuditTest {

    private static final TopicPartition PARTITION = new TopicPartition("dossier.events", 0);
    private static final TopicPartition EMPTY = new TopicPartition("permit.events", 1);
    private static final long BOUND = 9;

    private final Exchange exchange = new Exchange(PARTITION, BOUND);

    @BeforeEach
    void fill() {
        exchange.event(0, "A", Outcome.APPLIED);
        exchange.event(1, "A", Outcome.DUPLICATE);
        exchange.event(2, "B", Outcome.APPLIED);
        exchange.event(3, "B", Outcome.QUARANTINED);
        // 4 is the marker of a transaction
        exchange.event(5, "A", Outcome.LATE);
        exchange.event(6, "B", Outcome.SUPERSEDED);
        exchange.event(7, "B", Outcome.CONFLICT);
        exchange.unreadableEvent(8);
        exchange.record("A", 20, 2);
        exchange.record("B", 21, 3);
    }

    @Test
    void aSoundExchangeHasNoFinding() {
        AuditReport report = exchange.audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.partitions()).singleElement().satisfies(partition -> {
            assertThat(partition.read()).isEqualTo(8);
            assertThat(partition.ledger()).isEqualTo(8);
            assertThat(partition.outcomes())
                    .containsEntry(Outcome.APPLIED, 2L)
                    .containsEntry(Outcome.DUPLICATE, 1L)
                    .containsEntry(Outcome.QUARANTINED, 2L);
            assertThat(AuditRules.sum(partition.outcomes())).isEqualTo(8);
        });
        assertThat(report.results())
                .containsExactly(
                        new Result(Proof.RECEIPTS, 8, 0),
                        new Result(Proof.EVENTS, 8, 0),
                        new Result(Proof.LEDGER, 1, 0),
                        new Result(Proof.QUARANTINE, 2, 0),
                        new Result(Proof.RECORDS, 2, 0),
                        new Result(Proof.READABLE, 13, 0));
    }

    @Test
    void aMissingReceiptIsFound() {
        exchange.receipts.removeIf(receipt -> receipt.getOrigin().getOffset() == 1);

        assertThat(places(Kind.RECEIPT_MISSING)).containsExactly("dossier.events-0-1");
        assertThat(exchange.audit().partitions().get(0).gaps()).isEqualTo(2); // and the ledger differs
    }

    @Test
    void aDoubledReceiptIsFoundAndCountsOnce() {
        exchange.receipts.add(exchange.receipt(2, "B", Outcome.APPLIED));

        assertThat(exchange.audit().findings())
                .containsExactly(Finding.at(Kind.RECEIPT_TWICE, new Place("dossier.events", 0, 2)));
    }

    @Test
    void aReceiptWithoutItsEventIsFound() {
        exchange.receipts.add(exchange.receipt(4, "A", Outcome.APPLIED));
        exchange.receipts.add(exchange.receipt(-1, "A", Outcome.APPLIED));
        exchange.receipts.add(exchange.receipt(Long.MAX_VALUE, "C", Outcome.APPLIED));
        exchange.receipts.add(Exchange.receipt(EMPTY, 0, "A", "e", Outcome.APPLIED));

        assertThat(places(Kind.RECEIPT_WITHOUT_EVENT))
                .containsExactlyInAnyOrder(
                        "dossier.events-0-4",
                        "dossier.events-0",
                        "dossier.events-0-" + Long.MAX_VALUE,
                        "permit.events-1-0");
    }

    @Test
    void aReceiptOfAnotherEventIsFound() {
        exchange.receipts.removeIf(receipt -> receipt.getOrigin().getOffset() == 5);
        exchange.receipts.add(Exchange.receipt(PARTITION, 5, "A", "e-6", Outcome.LATE));

        assertThat(exchange.audit().findings())
                .containsExactly(new Finding(
                        Kind.RECEIPT_OF_ANOTHER_EVENT, new Place("dossier.events", 0, 5), "A", null, "e-6"));
    }

    @Test
    void whatIsQuarantinedMustBeKeptAndHaveItsReceipt() {
        exchange.quarantined.removeIf(kept -> kept.getOrigin().getOffset() == 3);
        exchange.quarantined.add(exchange.kept(0));
        exchange.quarantined.add(exchange.kept(8));
        exchange.quarantined.add(exchange.kept(4_000));

        assertThat(places(Kind.QUARANTINE_MISSING)).containsExactly("dossier.events-0-3");
        assertThat(places(Kind.QUARANTINE_WITHOUT_RECEIPT))
                .containsExactlyInAnyOrder("dossier.events-0-0", "dossier.events-0-4000");
        assertThat(places(Kind.QUARANTINE_TWICE)).containsExactly("dossier.events-0-8");
    }

    @Test
    void aRecordThatCountsOtherEventsIsFound() {
        exchange.record("A", 22, 3);

        assertThat(exchange.audit().findings())
                .containsExactly(
                        Finding.inDossier(Kind.RECORD_COUNT_DIFFERS, new Place("dossier.records", 0, 22), "A", 2, 3));
    }

    @Test
    void aRecordWithoutEventsAndEventsWithoutARecordAreFound() {
        exchange.record("C", 22, 1);
        exchange.record("D", 23, 0);
        exchange.noRecord("B");

        assertThat(places(Kind.RECORD_WITHOUT_EVENTS))
                .containsExactlyInAnyOrder("dossier.records-0-22", "dossier.records-0-23");
        assertThat(exchange.audit().findings())
                .contains(Finding.inDossier(Kind.RECORD_MISSING, Place.on("dossier.records"), "B", 3, 0));
    }

    @Test
    void aLedgerThatDisagreesIsFound() {
        exchange.ledger.get(0).setApplied(3);
        exchange.ledger.get(0).setDuplicate(0);

        assertThat(exchange.audit().findings())
                .containsExactly(Finding.differs(
                        Kind.LEDGER_DIFFERS, Place.of(PARTITION), "APPLIED=2 DUPLICATE=1", "APPLIED=3 DUPLICATE=0"));
    }

    @Test
    void aLedgerThatDoesNotAddUpIsFound() {
        exchange.ledger.get(0).setRead(9);

        assertThat(exchange.audit().findings())
                .containsExactly(Finding.differs(Kind.LEDGER_DIFFERS, Place.of(PARTITION), 8, 9));
    }

    @Test
    void aLedgerWithoutTheLastEventsIsBehindAndOneThatIsNotThereIsMissing() {
        LedgerEntry entry = exchange.ledger.get(0);
        entry.setRead(7);
        entry.setQuarantined(1);
        entry.setLastOffset(7);

        assertThat(exchange.audit().findings())
                .containsExactly(Finding.differs(Kind.LEDGER_BEHIND, Place.of(PARTITION), 8, 7));

        exchange.ledger.clear();
        assertThat(exchange.audit().findings())
                .containsExactly(Finding.differs(Kind.LEDGER_MISSING, Place.of(PARTITION), 8, 0));
    }

    @Test
    void aLedgerOfAPartitionThatIsNotThereIsFound() {
        exchange.ledger.add(LedgerEntry.newBuilder()
                .setTopic("dossier.events")
                .setPartition(7)
                .build());

        assertThat(places(Kind.LEDGER_DIFFERS)).containsExactly("dossier.events-7");
    }

    @Test
    void whatTheMergeTakesMeanwhileIsInFlightAndNoGap() {
        exchange.end = 12;
        // The ledger, a receipt, a record and the quarantine are ahead of the bound.
        exchange.receipts.add(exchange.receipt(9, "A", Outcome.APPLIED));
        exchange.receipts.add(Exchange.receipt(PARTITION, 10, null, null, Outcome.QUARANTINED));
        exchange.ledger.get(0).setRead(9);
        exchange.ledger.get(0).setApplied(3);
        exchange.ledger.get(0).setLastOffset(9);
        exchange.quarantined.add(exchange.kept(10));
        exchange.record("A", 30, 3);
        exchange.record("C", 31, 1);
        exchange.later.add(exchange.receipt(11, "C", Outcome.APPLIED));

        AuditReport report = exchange.audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.inFlight()).isEqualTo(2);
        assertThat(report.partitions().get(0).read()).isEqualTo(8);
        assertThat(report.partitions().get(0).ledger()).isEqualTo(8);
        assertThat(report.partitions().get(0).waiting()).isEqualTo(3);
    }

    @Test
    void receiptsOutliveEventsThatRetentionTookAway() {
        exchange.first = 6;

        assertThat(exchange.audit().findings()).isEmpty();
        assertThat(exchange.audit().partitions().get(0).read()).isEqualTo(3);
        assertThat(exchange.audit().partitions().get(0).ledger()).isEqualTo(8);
    }

    @Test
    void whatCannotBeReadIsFound() {
        exchange.unreadable.add(new Place("exchange.receipts", 2, 17));

        assertThat(places(Kind.UNREADABLE)).containsExactly("exchange.receipts-2-17");
    }

    private List<String> places(Kind kind) {
        return exchange.audit().findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> finding.where().toString())
                .toList();
    }
}
