package org.lienthong.streams.record;

import static org.lienthong.streams.record.FieldGroup.DESK;
import static org.lienthong.streams.record.FieldGroup.OPEN;
import static org.lienthong.streams.record.FieldGroup.PROCESSING;
import static org.lienthong.streams.record.FieldGroup.RESULT;

import java.math.BigDecimal;
import java.util.List;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.DossierWithdrawn;
import org.lienthong.schemas.dossier.Paper;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;

/** What each event of a dossier states about its record. */
final class DossierRules {

    private DossierRules() {}

    static void apply(Turn turn) {
        DossierRecord record = turn.record();
        Object payload = turn.fact().payload();
        if (payload instanceof DossierSubmitted e) {
            SubmissionRules.submitted(turn, e);
        } else if (payload instanceof DossierAccepted e) {
            accepted(turn, e);
        } else if (payload instanceof DossierForwarded e) {
            forwarded(turn, e);
        } else if (payload instanceof DossierProgressed e) {
            progressed(turn, e);
        } else if (payload instanceof SupplementRequested) {
            if (StatusRules.moveTo(turn, PROCESSING, DossierStatus.SUPPLEMENT_REQUESTED)) {
                record.setSupplementRequests(record.getSupplementRequests() + 1);
                turn.follows("supplementRequests", Rule.EVENT_COUNTS);
                DueRules.stopForSupplement(turn);
            }
        } else if (payload instanceof SupplementReceived e) {
            if (StatusRules.moveTo(turn, DESK, DossierStatus.IN_PROGRESS)) {
                DueRules.supplemented(turn, e.getNewDueAt());
                addPapers(turn, e.getPapers());
            }
        } else if (payload instanceof PaymentRequested e) {
            if (StatusRules.moveTo(turn, PROCESSING, DossierStatus.PAYMENT_REQUESTED)) {
                record.setFeesRequested(record.getFeesRequested().add(e.getAmount()));
                turn.stated(PROCESSING, "feesRequested", Rule.EVENT_COUNTS);
            }
        } else if (payload instanceof PaymentRecorded e) {
            paid(turn, e.getAmount(), e.getOnline());
        } else if (payload instanceof DossierResolved e) {
            resolved(turn, e);
        } else if (payload instanceof ResultReturned e) {
            if (StatusRules.moveTo(turn, DESK, DossierStatus.RETURNED)) {
                record.setReturnedAt(turn.fact().occurredAt());
                turn.follows("returnedAt", Rule.OWNER_STATES);
                toCitizenStore(turn, e.getCitizenStore());
            }
        } else if (payload instanceof DossierRefused) {
            stop(turn, DESK, DossierStatus.REFUSED);
        } else if (payload instanceof DossierWithdrawn) {
            stop(turn, DESK, DossierStatus.WITHDRAWN);
        } else if (payload instanceof DossierSuspended) {
            if (stop(turn, PROCESSING, DossierStatus.SUSPENDED)) {
                DueRules.stopForSuspension(turn);
            }
        } else if (payload instanceof DossierResumed e) {
            if (StatusRules.moveTo(turn, PROCESSING, DossierStatus.IN_PROGRESS)) {
                DueRules.state(turn, e.getNewDueAt());
            }
        } else if (payload instanceof DossierRated e) {
            record.setRating(e.getScore());
            turn.stated(OPEN, "rating", Rule.ANYONE_REPORTS);
        } else if (payload instanceof DossierCorrected e) {
            SubmissionRules.corrected(turn, e);
        } else {
            throw new IllegalStateException("no rule for " + turn.fact().kind());
        }
    }

    private static void accepted(Turn turn, DossierAccepted e) {
        DossierRecord record = turn.record();
        String agency = turn.fact().agencyId();
        if (record.getReceivingAgency() == null) {
            turn.set(Field.RECEIVER, agency, Rule.FIRST_SUBMISSION);
        }
        if (record.getHolderAgency() == null) {
            turn.set(Field.HOLDER, agency, Rule.FIRST_SUBMISSION);
        }
        boolean started = record.getAcceptedAt() != null;
        if (StatusRules.start(turn, turn.owns(DESK), DESK, DossierStatus.ACCEPTED, started, Rule.OWNER_STATES)) {
            record.setAcceptedAt(turn.fact().occurredAt());
            turn.follows("acceptedAt", Rule.OWNER_STATES);
        }
        DueRules.accepted(turn, e.getDueAt());
    }

    /** Moves the holder; a dossier that is handed over for the return of its result is not open again. */
    private static void forwarded(Turn turn, DossierForwarded e) {
        boolean holder = turn.owns(PROCESSING);
        if (holder) {
            StatusRules.work(turn, DossierStatus.RESOLVED);
        }
        step(turn, "forward");
        turn.state(holder, PROCESSING, Field.HOLDER, e.getToAgency(), Rule.FORWARDING_MOVES_HOLDER);
    }

    /** Anybody's step is a step; only the holder's says where the dossier stands. */
    private static void progressed(Turn turn, DossierProgressed e) {
        if (turn.owns(PROCESSING)) {
            StatusRules.work(turn, null);
        }
        step(turn, e.getStep());
    }

    private static void step(Turn turn, String name) {
        turn.record().setSteps(turn.record().getSteps() + 1);
        turn.record().setLastStep(name);
        turn.stated(OPEN, "steps", Rule.EVENT_COUNTS);
        turn.stated(OPEN, "lastStep", Rule.ANYONE_REPORTS);
    }

    private static void paid(Turn turn, BigDecimal amount, boolean online) {
        DossierRecord record = turn.record();
        if (!turn.owns(DESK)) {
            turn.claim(DESK, "feesPaid", amount, null);
            return;
        }
        if (record.getStatus() == DossierStatus.PAYMENT_REQUESTED) {
            StatusRules.moveTo(turn, DESK, DossierStatus.IN_PROGRESS);
        }
        record.setFeesPaid(record.getFeesPaid().add(amount));
        turn.stated(DESK, "feesPaid", Rule.EVENT_COUNTS);
        if (online) {
            record.setPaidOnline(true);
            turn.follows("paidOnline", Rule.OWNER_STATES);
        }
    }

    private static void resolved(Turn turn, DossierResolved e) {
        DossierRecord record = turn.record();
        boolean issuer = turn.owns(RESULT);
        if (StatusRules.moveTo(turn, PROCESSING, DossierStatus.RESOLVED)) {
            record.setResolvedAt(turn.fact().occurredAt());
            turn.follows("resolvedAt", Rule.OWNER_STATES);
        }
        if (issuer && record.getIssuingAgency() == null) {
            turn.set(Field.ISSUER, turn.fact().agencyId(), Rule.OWNER_STATES);
        }
        turn.state(issuer, RESULT, Field.OUTCOME, e.getOutcome(), Rule.OWNER_STATES);
        if (e.getElectronicResult()) {
            turn.state(issuer, RESULT, Field.ELECTRONIC_RESULT, true, Rule.OWNER_STATES);
        }
    }

    private static void toCitizenStore(Turn turn, boolean stored) {
        if (stored) {
            turn.record().setCitizenStore(true);
            turn.follows("citizenStore", Rule.OWNER_STATES);
        }
    }

    private static boolean stop(Turn turn, FieldGroup group, DossierStatus status) {
        boolean moved = StatusRules.moveTo(turn, group, status);
        if (moved) {
            turn.record().setStoppedAt(turn.fact().occurredAt());
            turn.follows("stoppedAt", Rule.OWNER_STATES);
        }
        return moved;
    }

    static void addPapers(Turn turn, List<Paper> papers) {
        DossierRecord record = turn.record();
        for (Paper paper : papers) {
            record.setPapers(record.getPapers() + 1);
            record.setPapersDigitised(record.getPapersDigitised() + (paper.getDigitised() ? 1 : 0));
            record.setPapersReused(record.getPapersReused() + (paper.getReused() ? 1 : 0));
        }
        for (String field : List.of("papers", "papersDigitised", "papersReused")) {
            turn.follows(field, Rule.EVENT_COUNTS);
        }
    }
}
