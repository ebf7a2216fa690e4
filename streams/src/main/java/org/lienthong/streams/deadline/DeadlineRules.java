package org.lienthong.streams.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;

/**
 * When a dossier is finished, whether in time, and from when on it is overdue: the one definition, by which the figures
 * count and the alerts are raised.
 */
public final class DeadlineRules {

    private DeadlineRules() {}

    /** Finish is the time of status 9, else 10, else 8 or 3. Null: the dossier is open, or withdrawn. */
    public static @Nullable Instant finishedAt(DossierRecord record) {
        if (record.getStatus() == DossierStatus.WITHDRAWN) {
            return null;
        }
        if (record.getResolvedAt() != null) {
            return record.getResolvedAt();
        }
        return record.getReturnedAt() != null ? record.getReturnedAt() : record.getStoppedAt();
    }

    /** Whether nothing is left to be done: it is finished, or the applicant withdrew it. */
    public static boolean isOver(DossierRecord record) {
        return finishedAt(record) != null || record.getStatus() == DossierStatus.WITHDRAWN;
    }

    /** Whether so much time is within the limit; without a due date every time is. */
    public static boolean isInTime(DossierRecord record, Instant time) {
        return record.getDueAt() == null || !time.isAfter(record.getDueAt());
    }

    /**
     * The moment after which an open dossier is overdue, or null when there is none: it is over or was not received
     * yet, has no due date, or its clock stands still. More than one request for a supplement with no completion counts
     * as overdue from the second request on, whatever the due date; the record knows that request as its last event or
     * one before it.
     */
    public static @Nullable Instant overdueFrom(DossierRecord record) {
        if (record.getStatus() == null || isOver(record)) {
            return null;
        }
        Instant due = clockStandsStill(record) ? null : record.getDueAt();
        return record.getSupplementRequests() > 1 ? earliest(due, record.getLastEventAt()) : due;
    }

    /** Waiting for the applicant's supplement, or suspended, since before it was due: that time does not count. */
    static boolean clockStandsStill(DossierRecord record) {
        Instant since = earliest(record.getWaitingSince(), record.getSuspendedSince());
        return since != null && isInTime(record, since);
    }

    private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
