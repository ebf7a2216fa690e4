package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.dossier;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.resolved;
import static org.lienthong.streams.dossier.Events.submitted;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.streams.dossier.Events;

class RecordFoldTest {

    @Test
    void anOrdinaryLifeLeavesItsDatesAndNoAnomaly() {
        DossierRecord record = fold(Events.life(CODE, "25000", 5));

        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getSubmittedAt()).isEqualTo(day(0));
        assertThat(record.getAcceptedAt()).isEqualTo(day(1));
        assertThat(record.getDueAt()).isEqualTo(day(10));
        assertThat(record.getResolvedAt()).isEqualTo(day(5));
        assertThat(record.getOutcome()).isEqualTo("GRANTED");
        assertThat(record.getSteps()).isEqualTo(1);
        assertThat(record.getEventCount()).isEqualTo(4);
        assertThat(record.getAnomalies()).isEmpty();
    }

    @Test
    void waitingForASupplementMovesTheDueDateByTheWait() {
        DossierRecord record = fold(
                dossier(CODE, 0, submitted("25000")),
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 3, new SupplementRequested((String) null)),
                dossier(CODE, 7, new SupplementReceived(null, List.of())));

        assertThat(record.getDueAt()).isEqualTo(day(14));
        assertThat(record.getWaitingSince()).isNull();
        assertThat(record.getSupplementRequests()).isEqualTo(1);
        assertThat(record.getAnomalies()).isEmpty();
    }

    @Test
    void aDueDateThatIsStatedAnewWinsOverTheComputedOne() {
        DossierRecord record = fold(
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 3, new SupplementRequested((String) null)),
                dossier(CODE, 7, new SupplementReceived(day(11), List.of())));

        assertThat(record.getDueAt()).isEqualTo(day(11));
    }

    @Test
    void suspendedAndResumedIsALegalDetour() {
        DossierRecord record = fold(
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 2, new DossierSuspended(null, null)),
                dossier(CODE, 4, new DossierResumed(null)));

        assertThat(record.getStatus()).isEqualTo(DossierStatus.IN_PROGRESS);
        assertThat(record.getStoppedAt()).isNull();
        assertThat(record.getAnomalies()).isEmpty();
    }

    @Test
    void aStepAfterTheEndIsRecordedAsAnAnomalyAndReopensNothing() {
        DossierRecord record = fold(
                dossier(CODE, 1, accepted(10)), dossier(CODE, 2, resolved()), dossier(CODE, 3, progressed("late")));

        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getResolvedAt()).isEqualTo(day(2));
        assertThat(record.getLastStep()).isEqualTo("late");
        assertThat(record.getAnomalies()).extracting(Anomaly::getCode).containsExactly(Anomalies.EVENT_AFTER_END);
    }

    @Test
    void aStatedStatusAfterAFalseEndReopensTheDossierAndIsVisible() {
        DossierRecord record = fold(
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 2, resolved()),
                dossier(CODE, 3, new SupplementRequested((String) null)));

        assertThat(record.getStatus()).isEqualTo(DossierStatus.SUPPLEMENT_REQUESTED);
        assertThat(record.getResolvedAt()).isNull();
        assertThat(record.getAnomalies()).extracting(Anomaly::getCode).containsExactly(Anomalies.UNEXPECTED_TRANSITION);
    }

    @Test
    void forwardingMovesTheHolderAndKeepsTheReceiver() {
        DossierRecord record = fold(
                dossier(CODE, 0, submitted("25000")),
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 2, new DossierForwarded("H36.09", null, null)));

        assertThat(record.getReceivingAgency()).isEqualTo("H36.25");
        assertThat(record.getHolderAgency()).isEqualTo("H36.09");
    }

    @Test
    void feesAddUpInDecimals() {
        DossierRecord record = fold(
                dossier(CODE, 1, accepted(10)),
                dossier(CODE, 2, new PaymentRequested(new BigDecimal("100000.10"), null)),
                dossier(CODE, 3, new PaymentRecorded(new BigDecimal("100000.10"), true, null)));

        assertThat(record.getFeesPaid()).isEqualByComparingTo("100000.10");
        assertThat(record.getPaidOnline()).isTrue();
        assertThat(record.getStatus()).isEqualTo(DossierStatus.IN_PROGRESS);
    }

    @Test
    void namesAreNormalisedToNfc() {
        DossierSubmitted submitted = submitted("25000");
        submitted.getApplicant().setName(Normalizer.normalize("Nguyễn Thị Hòa", Normalizer.Form.NFD));

        assertThat(fold(dossier(CODE, 0, submitted)).getApplicant().getName()).isEqualTo("Nguyễn Thị Hòa");
    }

    private static DossierRecord fold(DossierEvent... events) {
        return fold(List.of(events));
    }

    private static DossierRecord fold(List<DossierEvent> events) {
        List<Fact> facts = events.stream().map(Fact::of).toList();
        DossierRecord record = RecordFold.blank(facts.get(0));
        RecordFold fold = new RecordFold(Reference.NONE, Trace.NONE);
        facts.forEach(fact -> fold.apply(record, fact));
        return record;
    }
}
