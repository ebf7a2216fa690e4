package org.lienthong.streams.deadline;

import static java.util.Objects.requireNonNull;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.CLOSED;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.WITHDRAWN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.streams.record.DeadlineRules;

/**
 * Which alert a dossier has. The alert that stands follows from the record and the time alone, so whatever versions of
 * the record came before, the last alert is the same; only whether one has to be taken back depends on what was out.
 */
final class AlertRules {

    private static final long PART_OF_A_MILLISECOND = 999_999;

    private AlertRules() {}

    /**
     * What to watch of the record, with the alert that stands now; null when there is nothing to watch.
     *
     * @param warning how much working time before the due date a dossier is due soon
     */
    static @Nullable Watch watch(DossierRecord record, WorkingTime workingTime, Duration warning, Instant now) {
        Instant overdueFrom = DeadlineRules.overdueFrom(record);
        if (overdueFrom == null) {
            return null;
        }
        Instant due = record.getDueAt();
        Watch watch = new Watch(
                record.getUnitCode(),
                record.getHolderAgency(),
                due == null ? overdueFrom : due,
                dueSoonFrom(record, workingTime, warning),
                overdueFrom,
                record.getEventCount(),
                null);
        return watch.with(standing(watch, now));
    }

    /** The alert that stands at this time; null: none. */
    static @Nullable DeadlineAlertKind standing(Watch watch, Instant now) {
        if (watch.overdueFrom().isBefore(now)) {
            return OVERDUE;
        }
        Instant dueSoonFrom = watch.dueSoonFrom();
        return dueSoonFrom == null || now.isBefore(dueSoonFrom) ? null : DUE_SOON;
    }

    /**
     * When the next alert stands, by a clock of whole milliseconds and at most one of them too late; null: none follows
     * by itself.
     */
    static @Nullable Instant changesAt(Watch watch) {
        if (watch.standing() == OVERDUE) {
            return null;
        }
        Instant overdue = watch.overdueFrom().plusMillis(1);
        Instant dueSoon = watch.dueSoonFrom();
        return watch.standing() == DUE_SOON || dueSoon == null || overdue.isBefore(dueSoon)
                ? overdue
                : dueSoon.plusNanos(PART_OF_A_MILLISECOND);
    }

    /**
     * What to say when a new version of the record comes, in order.
     *
     * @param before null: the dossier was not watched
     * @param after null: it is no longer
     */
    static List<DeadlineAlert> alerts(
            @Nullable Watch before, @Nullable Watch after, DossierRecord record, Instant now) {
        List<DeadlineAlert> alerts = new ArrayList<>(2);
        DeadlineAlertKind was = before == null ? null : before.standing();
        DeadlineAlertKind stands = after == null ? null : after.standing();
        boolean movedLater = was == OVERDUE && stands == DUE_SOON;
        if (before != null && was != null && (stands == null || movedLater)) {
            alerts.add(takenBack(before, after, record, now));
        }
        if (after != null && stands != null && !saysTheSame(before, after)) {
            alerts.add(raised(record.getCode(), after));
        }
        return alerts;
    }

    /** The alert that stands, as it is sent; never raised before 1970, however absurd the due date. */
    static DeadlineAlert raised(String code, Watch watch) {
        DeadlineAlertKind kind = requireNonNull(watch.standing());
        Instant cameTrue = kind == OVERDUE ? watch.overdueFrom() : requireNonNull(watch.dueSoonFrom());
        return new DeadlineAlert(
                code,
                kind,
                watch.unitCode(),
                watch.agencyId(),
                watch.dueAt(),
                cameTrue.isBefore(Instant.EPOCH) ? Instant.EPOCH : cameTrue,
                watch.recordVersion());
    }

    /** The end of the alert that stood. */
    private static DeadlineAlert takenBack(Watch before, @Nullable Watch after, DossierRecord record, Instant now) {
        Instant due = record.getDueAt();
        return new DeadlineAlert(
                record.getCode(),
                after == null && endsRightly(before, record) ? CLOSED : WITHDRAWN,
                record.getUnitCode(),
                record.getHolderAgency(),
                due == null ? before.dueAt() : due,
                now,
                record.getEventCount());
    }

    /**
     * Whether the alert was right and the dossier has ended since. An OVERDUE was not right when the dossier ended in
     * time, and no alert holds for one that was suspended in time: its clock stands still.
     */
    private static boolean endsRightly(Watch before, DossierRecord record) {
        if (!DeadlineRules.isOver(record)) {
            return false;
        }
        Instant finished = DeadlineRules.finishedAt(record);
        Instant ended = finished == null ? record.getStoppedAt() : finished;
        boolean mayHaveBeenWrong = before.standing() == OVERDUE || record.getStatus() == DossierStatus.SUSPENDED;
        return !mayHaveBeenWrong || (ended != null && !DeadlineRules.isInTime(record, ended));
    }

    private static @Nullable Instant dueSoonFrom(DossierRecord record, WorkingTime workingTime, Duration warning) {
        Instant due = record.getDueAt();
        // A due date that no office ever set may be the earliest that there is: nothing can be counted back from it.
        boolean warns = due != null && due.isAfter(Instant.EPOCH) && !DeadlineRules.clockStandsStill(record);
        return warns ? workingTime.minus(due, warning) : null;
    }

    private static boolean saysTheSame(@Nullable Watch before, Watch after) {
        return before != null
                && before.standing() == after.standing()
                && before.dueAt().equals(after.dueAt())
                && Objects.equals(before.unitCode(), after.unitCode())
                && Objects.equals(before.agencyId(), after.agencyId());
    }
}
