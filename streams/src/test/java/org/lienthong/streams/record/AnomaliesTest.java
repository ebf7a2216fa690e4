package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.resolved;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.codes;
import static org.lienthong.streams.record.Folding.life;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitRevoked;

/** What is odd shows on the record, with the event and the agency, and mends nothing. */
class AnomaliesTest {

    private static final String RECEIVER = "H36.25";

    @Test
    void anUnexpectedTransitionNamesBothStatusesItsEventAndItsAgency() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, resolved())
                .on(3, RECEIVER, new SupplementRequested((String) null))
                .fold();

        assertThat(record.getAnomalies()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.getCode()).isEqualTo(Anomalies.UNEXPECTED_TRANSITION);
            assertThat(anomaly.getDetail()).isEqualTo("RESOLVED → SUPPLEMENT_REQUESTED");
            assertThat(anomaly.getEventId()).isEqualTo("e3");
            assertThat(anomaly.getAgencyId()).isEqualTo(RECEIVER);
        });
        assertThat(record.getStatus()).isEqualTo(DossierStatus.SUPPLEMENT_REQUESTED);
    }

    @Test
    void aStartAfterTheEndLeavesTheEndAndShowsTheContradiction() {
        DossierRecord record = life().on(0, RECEIVER, resolved())
                .on(1, RECEIVER, submitted("25000"))
                .on(2, RECEIVER, accepted(10))
                .fold();

        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getResolvedAt()).isEqualTo(day(0));
        assertThat(record.getSubmittedAt()).isEqualTo(day(1));
        assertThat(record.getAcceptedAt()).isEqualTo(day(2));
        assertThat(codes(record)).containsExactly(Anomalies.END_BEFORE_START, Anomalies.END_BEFORE_START);
    }

    @Test
    void workAfterTheEndIsMarkedButHandingOverForTheReturnIsNot() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, resolved())
                .on(3, RECEIVER, progressed("again"))
                .on(4, RECEIVER, new DossierForwarded("H36.100", null, null))
                .fold();

        assertThat(codes(record)).containsExactly(Anomalies.EVENT_AFTER_END);
        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getHolderAgency()).isEqualTo("H36.100");
    }

    @Test
    void aDueDateThatMovesWithoutASupplementIsMarkedAndWithOneIsNot() {
        Folding moved = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, DossierCorrected.newBuilder().setDueAt(day(12)).build());
        Folding supplemented = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, new SupplementRequested((String) null))
                .on(3, RECEIVER, new SupplementReceived(day(12), List.of()));

        assertThat(codes(moved.fold())).containsExactly(Anomalies.DUE_MOVED_WITHOUT_SUPPLEMENT);
        assertThat(moved.fold().getDueAt()).isEqualTo(day(12));
        assertThat(moved.fold().getAnomalies().get(0).getDetail()).isEqualTo(day(10) + " → " + day(12));
        assertThat(codes(supplemented.fold())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000000001, true",
        "000000000000, true",
        "111111111, true",
        "123456789, true",
        "068201001234, false",
        "250123456, false",
        "0000001234567, false"
    })
    void aPlaceholderIdentityIsMarked(String number, boolean placeholder) {
        DossierRecord record = life().on(0, RECEIVER, submittedBy("Trần Văn Thử", number, "1.005129"))
                .fold();

        assertThat(codes(record).contains(Anomalies.PLACEHOLDER_IDENTITY)).isEqualTo(placeholder);
        assertThat(record.getApplicant().getIdentityNumber()).isEqualTo(number);
    }

    @Test
    void aDossierThatChangesItsProcedureOrItsUnitShowsBoth() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(
                        1,
                        RECEIVER,
                        DossierCorrected.newBuilder()
                                .setProcedureCode("1.000001")
                                .setUnitCode("25003")
                                .build())
                .fold();

        assertThat(codes(record)).containsExactly(Anomalies.PROCEDURE_CHANGED, Anomalies.UNIT_CHANGED);
        assertThat(record.getAnomalies().get(1).getDetail()).isEqualTo("25000 → 25003");
        assertThat(record.getUnitCode()).isEqualTo("25003");
    }

    @Test
    void oneCodeForTwoDossiersIsMarkedByItsApplicantAndItsProcedure() {
        DossierRecord record = life().on(0, RECEIVER, submittedBy("Trần Văn Thử", "068201001234", "1.005129"))
                .on(1, "H36.26", submittedBy("K'Brẹs", "068201009999", "2.000815"))
                .fold();

        assertThat(codes(record)).contains(Anomalies.CODE_COLLISION);
        assertThat(record.getApplicant().getName()).isEqualTo("Trần Văn Thử");
        assertThat(record.getClaims()).isNotEmpty();
    }

    @Test
    void anEventIdThatIsUsedTwiceCountsOnceAndIsMarked() {
        EventHeader header = new EventHeader("same", "one-stop", RECEIVER, day(1), 0L);
        Fact first = Fact.of(new DossierEvent(header, "H36.25-250602-0001", null, progressed("a"), Map.of()));
        Fact second = Fact.of(new DossierEvent(header, "H36.25-250602-0001", null, progressed("b"), Map.of()));
        DossierRecord record = RecordFold.blank(first);
        RecordFold fold = new RecordFold(Reference.NONE, Trace.NONE);

        assertThat(fold.apply(record, first)).isEmpty();
        assertThat(fold.apply(record, second)).contains(Anomalies.EVENT_ID_REUSED);
        assertThat(record.getSteps()).isEqualTo(1);
        assertThat(record.getEventCount()).isEqualTo(2);
        assertThat(codes(record)).containsExactly(Anomalies.EVENT_ID_REUSED);
    }

    @Test
    void aPermitThatWasNeverSeenIssuedIsMarked() {
        DossierRecord record = life().permitOn(0, RECEIVER, "1/GP", new PermitRevoked((String) null))
                .fold();

        assertThat(codes(record)).containsExactly(Anomalies.PERMIT_NOT_ISSUED);
    }

    @Test
    void aThousandAnomaliesAreCountedAndAHundredListed() {
        Folding life = life().on(0, RECEIVER, submitted("25000")).on(1, RECEIVER, resolved());
        for (int i = 0; i < 1000; i++) {
            life.on(2 + i, RECEIVER, progressed("again"));
        }
        DossierRecord record = life.fold();

        // ACCEPTED was skipped: SUBMITTED → RESOLVED is odd too.
        assertThat(record.getAnomalies()).hasSize(Turn.MOST_ANOMALIES);
        assertThat(record.getMoreAnomalies()).isEqualTo(1001 - Turn.MOST_ANOMALIES);
    }

    private static DossierSubmitted submittedBy(String name, String identity, String procedure) {
        return DossierSubmitted.newBuilder(submitted("25000"))
                .setProcedureCode(procedure)
                .setApplicant(Applicant.newBuilder()
                        .setName(name)
                        .setIdentityNumber(identity)
                        .build())
                .build();
    }
}
