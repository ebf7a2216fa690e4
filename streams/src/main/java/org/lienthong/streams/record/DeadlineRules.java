package org.lienthong.streams.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;

/**
 * When a dossier is finished, whether in time, how long it took, and from when on it is overdue: the one definition, by
 * which the figures count, the alerts are raised and readers search.
 */
public final class DeadlineRules {

    private DeadlineRules() {}

    /** Brings the fields that follow from the rest of the record up to date: the end of every turn of the fold. */
    static void conclude(DossierRecord record, WorkingTime workingTime) {
        Instant finished = finishedAt(record);
        record.setWorkingMinutes(finished == null ? null : workingMinutes(record, finished, workingTime));
        record.setFinishedAt(finished);
        record.setOverdueFrom(overdueFrom(record));
    }

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
     * as overdue from the second request on, whatever the due date.
     */
    public static @Nullable Instant overdueFrom(DossierRecord record) {
        if (record.getStatus() == null || isOver(record)) {
            return null;
        }
        Instant due = clockStandsStill(record) ? null : record.getDueAt();
        if (record.getSupplementRequests() <= 1) {
            return due;
        }
        // The second request is the last event of the record now, or was when the moment was first set.
        return earliest(due, earliest(record.getOverdueFrom(), record.getLastEventAt()));
    }

    /** Waiting for the applicant's supplement, or suspended, since before it was due: that time does not count. */
    public static boolean clockStandsStill(DossierRecord record) {
        Instant since = earliest(record.getWaitingSince(), record.getSuspendedSince());
        return since != null && isInTime(record, since);
    }

    /** From acceptance to finish, without the time in which the clock stood still; null: never accepted. */
    private static @Nullable Long workingMinutes(DossierRecord record, Instant finished, WorkingTime workingTime) {
        if (record.getAcceptedAt() == null) {
            return null;
        }
        if (finished.equals(record.getFinishedAt()) && record.getWorkingMinutes() != null) {
            return record.getWorkingMinutes(); // such as a rating: it changes nothing of it
        }
        long used = workingTime.between(record.getAcceptedAt(), finished).toMinutes();
        Instant still = earliest(record.getWaitingSince(), record.getSuspendedSince());
        long waits = still == null ? 0 : workingTime.between(still, finished).toMinutes();
        return Math.max(0, used - record.getWaitedMinutes() - waits);
    }

    private static @Nullable Instant earliest(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
