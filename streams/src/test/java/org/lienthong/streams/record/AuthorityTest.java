package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.resolved;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.life;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.dossier.SupplementRequested;

/** Who sets what, and what becomes of the rest. The receiver is H36.25. */
class AuthorityTest {

    private static final String RECEIVER = "H36.25";
    private static final String DEPARTMENT = "H36.09";
    private static final String STRANGER = "H36.77";

    @Test
    void aStrangersStatusStaysAClaimBesideTheHolders() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(3, STRANGER, resolved());
        DossierRecord record = life.fold();

        assertThat(record.getStatus()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(record.getResolvedAt()).isNull();
        assertThat(record.getOutcome()).isNull();
        assertThat(record.getClaims())
                .extracting(Claim::getField, Claim::getValue, Claim::getAgencyId, Claim::getConflict)
                .containsExactly(
                        tuple("outcome", "GRANTED", STRANGER, true), tuple("status", "RESOLVED", STRANGER, true));
        assertThat(life.conflicts()).last().isEqualTo(Optional.of("NOT_THE_HOLDER"));
    }

    @Test
    void aClaimThatTheOwnerComesToShareIsNoConflictAnyMoreAndIsStillThere() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, STRANGER, resolved())
                .on(3, RECEIVER, resolved())
                .fold();

        assertThat(record.getStatus()).isEqualTo(DossierStatus.RESOLVED);
        assertThat(record.getClaims()).extracting(Claim::getField).containsExactly("outcome", "status");
        assertThat(record.getClaims()).extracting(Claim::getConflict).containsOnly(false);
    }

    @Test
    void whoAgreesWithTheOwnerClaimsNothing() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(
                        3,
                        STRANGER,
                        DossierCorrected.newBuilder().setUnitCode("25000").build());

        assertThat(life.fold().getClaims()).isEmpty();
        assertThat(life.conflicts()).allMatch(Optional::isEmpty);
    }

    @Test
    void theLatestClaimOfAnAgencyPerFieldIsKept() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(
                        2,
                        STRANGER,
                        DossierCorrected.newBuilder().setUnitCode("25003").build())
                .on(
                        3,
                        STRANGER,
                        DossierCorrected.newBuilder().setUnitCode("25006").build())
                .fold();

        assertThat(record.getUnitCode()).isEqualTo("25000");
        assertThat(record.getClaims()).extracting(Claim::getValue).containsExactly("25006");
    }

    @Test
    void forwardingMovesTheHolderAndWithItWhoMaySayHowItStands() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, new DossierForwarded(DEPARTMENT, null, null))
                .on(3, DEPARTMENT, new SupplementRequested((String) null))
                .on(4, RECEIVER, new PaymentRequested(new BigDecimal("5.00"), null))
                .fold();

        assertThat(record.getHolderAgency()).isEqualTo(DEPARTMENT);
        assertThat(record.getStatus()).isEqualTo(DossierStatus.SUPPLEMENT_REQUESTED);
        assertThat(record.getFeesRequested()).isEqualByComparingTo("0");
        assertThat(record.getClaims()).extracting(Claim::getValue).containsExactly("PAYMENT_REQUESTED");
    }

    @Test
    void aForwardByAnybodyElseMovesNothing() {
        DossierRecord record = life().on(0, RECEIVER, submitted("25000"))
                .on(2, STRANGER, new DossierForwarded(STRANGER, null, null))
                .fold();

        assertThat(record.getHolderAgency()).isEqualTo(RECEIVER);
        assertThat(record.getClaims()).extracting(Claim::getField).containsExactly("holderAgency");
    }

    @Test
    void theDeskReturnsTheResultThoughAnotherHoldsTheDossier() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, new DossierForwarded(DEPARTMENT, null, null))
                .on(3, DEPARTMENT, resolved())
                .on(4, RECEIVER, new ResultReturned(Channel.DIRECT, false));

        assertThat(life.fold().getStatus()).isEqualTo(DossierStatus.RETURNED);
        assertThat(life.fold().getIssuingAgency()).isEqualTo(DEPARTMENT);
        assertThat(life.conflicts()).allMatch(Optional::isEmpty);
    }

    @Test
    void theResultBelongsToWhoIssuedItWhoeverHoldsTheDossierLater() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, new DossierForwarded(DEPARTMENT, null, null))
                .on(3, DEPARTMENT, resolved())
                .on(4, DEPARTMENT, new DossierForwarded(RECEIVER, null, null))
                .on(5, RECEIVER, new DossierResolved("DENIED", false));

        assertThat(life.fold().getOutcome()).isEqualTo("GRANTED");
        assertThat(life.fold().getClaims()).extracting(Claim::getValue).containsExactly("DENIED");
        assertThat(life.conflicts()).last().isEqualTo(Optional.of("NOT_THE_ISSUER"));
    }

    @Test
    void aPartOfTheOwnerSpeaksForIt() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER + ".03", accepted(10))
                .on(2, RECEIVER + "3", resolved());

        assertThat(life.fold().getStatus()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(life.conflicts()).extracting(Optional::isPresent).containsExactly(false, false, true);
    }

    @Test
    void thePortalThatPassesTheFirstSubmissionOnEstablishesTheReceiver() {
        Folding life = life().on(0, "G22", submitted("25000")).on(1, "G22", submitted("25003"));

        assertThat(life.fold().getReceivingAgency()).isEqualTo(RECEIVER);
        assertThat(life.fold().getUnitCode()).isEqualTo("25000");
        assertThat(life.conflicts()).last().isEqualTo(Optional.of("NOT_THE_RECEIVER"));
    }

    @Test
    void aCorrectionBeforeAnyReceiverIsKnownWaitsAsAClaim() {
        DossierRecord record = life().on(
                        0,
                        STRANGER,
                        DossierCorrected.newBuilder().setSummary("Tóm tắt khác").build())
                .on(1, RECEIVER, submitted("25000"))
                .fold();

        assertThat(record.getSummary()).isNull();
        assertThat(record.getClaims())
                .extracting(Claim::getField, Claim::getAgencyId)
                .contains(tuple("summary", STRANGER));
    }

    @Test
    void anybodysStepIsAStepAndAnybodysRatingARating() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, DEPARTMENT, progressed("opinion"))
                .on(3, "G22", new DossierRated(4));

        assertThat(life.fold().getStatus()).isEqualTo(DossierStatus.ACCEPTED);
        assertThat(life.fold().getSteps()).isEqualTo(1);
        assertThat(life.fold().getRating()).isEqualTo(4);
        assertThat(life.conflicts()).allMatch(Optional::isEmpty);
        assertThat(life.fold().getDueAt()).isEqualTo(day(10));
        assertThat(life.fold().getClaims()).isEmpty();
    }
}
