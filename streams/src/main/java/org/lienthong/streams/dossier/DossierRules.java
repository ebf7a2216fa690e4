package org.lienthong.streams.dossier;

import static org.lienthong.streams.dossier.RecordEdits.addAlias;
import static org.lienthong.streams.dossier.RecordEdits.addAnomaly;
import static org.lienthong.streams.dossier.RecordEdits.addPapers;
import static org.lienthong.streams.dossier.RecordEdits.firstOf;
import static org.lienthong.streams.dossier.RecordEdits.nfc;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
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
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.event.EventHeader;

/**
 * How one event changes the record of its dossier. Applying the distinct events of a dossier in {@link EventOrder} is
 * the whole definition of the record: no clock, no arrival order and no other state enters.
 */
public final class DossierRules {

    /** The status normally does not follow the one before it. */
    public static final String UNEXPECTED_TRANSITION = "UNEXPECTED_TRANSITION";
    /** Work was reported on a dossier that was over. */
    public static final String EVENT_AFTER_END = "EVENT_AFTER_END";

    private DossierRules() {}

    /** Folds the next event into the record, in place; the caller owns the record. */
    public static void apply(DossierRecord record, DossierEvent event) {
        EventHeader header = event.getHeader();
        RecordEdits.countEvent(record, header);
        if (event.getAlias() != null) {
            addAlias(record, event.getAlias());
        }
        Object payload = event.getPayload();
        if (payload instanceof DossierSubmitted e) {
            submitted(record, header, e);
        } else if (payload instanceof DossierAccepted e) {
            moveTo(record, DossierStatus.ACCEPTED, header);
            record.setAcceptedAt(header.getOccurredAt());
            record.setReceivingAgency(firstOf(record.getReceivingAgency(), header.getAgencyId()));
            record.setHolderAgency(firstOf(record.getHolderAgency(), header.getAgencyId()));
            moveDue(record, e.getDueAt());
        } else if (payload instanceof DossierForwarded e) {
            record.setHolderAgency(e.getToAgency());
            work(record, header, "forward");
        } else if (payload instanceof DossierProgressed e) {
            work(record, header, e.getStep());
        } else if (payload instanceof SupplementRequested) {
            moveTo(record, DossierStatus.SUPPLEMENT_REQUESTED, header);
            record.setSupplementRequests(record.getSupplementRequests() + 1);
            record.setWaitingSince(firstOf(record.getWaitingSince(), header.getOccurredAt()));
        } else if (payload instanceof SupplementReceived e) {
            moveTo(record, DossierStatus.IN_PROGRESS, header);
            resumeClock(record, header.getOccurredAt(), e.getNewDueAt());
            addPapers(record, e.getPapers());
        } else if (payload instanceof PaymentRequested e) {
            moveTo(record, DossierStatus.PAYMENT_REQUESTED, header);
            record.setFeesRequested(record.getFeesRequested().add(e.getAmount()));
        } else if (payload instanceof PaymentRecorded e) {
            paid(record, header, e);
        } else if (payload instanceof DossierResolved e) {
            moveTo(record, DossierStatus.RESOLVED, header);
            record.setResolvedAt(header.getOccurredAt());
            record.setOutcome(firstOf(e.getOutcome(), record.getOutcome()));
            record.setElectronicResult(record.getElectronicResult() || e.getElectronicResult());
        } else if (payload instanceof ResultReturned) {
            moveTo(record, DossierStatus.RETURNED, header);
            record.setReturnedAt(header.getOccurredAt());
        } else if (payload instanceof DossierRefused) {
            stop(record, DossierStatus.REFUSED, header);
        } else if (payload instanceof DossierWithdrawn) {
            stop(record, DossierStatus.WITHDRAWN, header);
        } else if (payload instanceof DossierSuspended) {
            stop(record, DossierStatus.SUSPENDED, header);
        } else if (payload instanceof DossierResumed e) {
            moveTo(record, DossierStatus.IN_PROGRESS, header);
            moveDue(record, e.getNewDueAt());
        } else if (payload instanceof DossierRated e) {
            record.setRating(e.getScore());
        } else if (payload instanceof DossierCorrected e) {
            correct(record, e);
        } else {
            throw new IllegalStateException(
                    "no rule for payload " + payload.getClass().getSimpleName());
        }
    }

    private static void submitted(DossierRecord record, EventHeader header, DossierSubmitted e) {
        moveTo(record, DossierStatus.SUBMITTED, header);
        record.setSubmittedAt(header.getOccurredAt());
        record.setProcedureCode(e.getProcedureCode());
        record.setSector(e.getSector());
        record.setUnitCode(e.getUnitCode());
        record.setReceivingAgency(e.getReceivingAgency());
        record.setHolderAgency(firstOf(record.getHolderAgency(), e.getReceivingAgency()));
        record.setChannel(e.getChannel());
        record.setApplicant(nfc(firstOf(e.getApplicant(), record.getApplicant())));
        record.setSummary(nfc(firstOf(e.getSummary(), record.getSummary())));
        addPapers(record, e.getPapers());
    }

    private static void paid(DossierRecord record, EventHeader header, PaymentRecorded e) {
        if (record.getStatus() == DossierStatus.PAYMENT_REQUESTED) {
            moveTo(record, DossierStatus.IN_PROGRESS, header);
        }
        record.setFeesPaid(record.getFeesPaid().add(e.getAmount()));
        record.setPaidOnline(record.getPaidOnline() || e.getOnline());
    }

    private static void correct(DossierRecord record, DossierCorrected e) {
        record.setProcedureCode(firstOf(e.getProcedureCode(), record.getProcedureCode()));
        record.setSector(firstOf(e.getSector(), record.getSector()));
        record.setUnitCode(firstOf(e.getUnitCode(), record.getUnitCode()));
        record.setChannel(firstOf(e.getChannel(), record.getChannel()));
        record.setApplicant(nfc(firstOf(e.getApplicant(), record.getApplicant())));
        record.setSummary(nfc(firstOf(e.getSummary(), record.getSummary())));
        moveDue(record, e.getDueAt());
    }

    /** A step of the work: it opens a dossier that was only filed, and never reopens one that is over. */
    private static void work(DossierRecord record, EventHeader header, String step) {
        record.setSteps(record.getSteps() + 1);
        record.setLastStep(step);
        if (record.getStatus() != null && StatusRules.isEnd(record.getStatus())) {
            addAnomaly(record, EVENT_AFTER_END, header);
        } else if (record.getWaitingSince() == null) {
            moveTo(record, DossierStatus.IN_PROGRESS, header);
        }
    }

    private static void stop(DossierRecord record, DossierStatus status, EventHeader header) {
        moveTo(record, status, header);
        record.setStoppedAt(header.getOccurredAt());
    }

    /**
     * Takes the status as stated, expected or not. A status that is not an end contradicts an end before it: the
     * dossier is open again.
     */
    private static void moveTo(DossierRecord record, DossierStatus status, EventHeader header) {
        DossierStatus before = record.getStatus();
        if (before != null && !StatusRules.isExpected(before, status)) {
            addAnomaly(record, UNEXPECTED_TRANSITION, header);
        }
        record.setStatus(status);
        if (!StatusRules.isEnd(status)) {
            record.setResolvedAt(null);
            record.setReturnedAt(null);
            record.setStoppedAt(null);
        }
    }

    /** Time spent waiting for the applicant does not count: without a new due date the old one moves by the wait. */
    private static void resumeClock(DossierRecord record, Instant received, @Nullable Instant newDueAt) {
        Instant since = record.getWaitingSince();
        if (since != null) {
            Duration wait = Duration.between(since, received);
            record.setWaitedMicros(record.getWaitedMicros() + ChronoUnit.MICROS.between(since, received));
            record.setWaitingSince(null);
            if (newDueAt == null && record.getDueAt() != null) {
                record.setDueAt(record.getDueAt().plus(wait));
            }
        }
        moveDue(record, newDueAt);
    }

    private static void moveDue(DossierRecord record, @Nullable Instant dueAt) {
        record.setDueAt(firstOf(dueAt, record.getDueAt()));
    }
}
