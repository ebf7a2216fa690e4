package org.lienthong.streams.record;

import static org.lienthong.streams.record.FieldGroup.PROCESSING;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * When a dossier is due. A stated date holds; without one the procedure's limit counts from the acceptance, in working
 * time. While the office waits for a supplement, or the work is suspended, the clock stands still: unless a new date is
 * stated the old one moves by the working time that passed.
 */
final class DueRules {

    private DueRules() {}

    static void accepted(Turn turn, @Nullable Instant stated) {
        DossierRecord record = turn.record();
        if (stated != null) {
            correct(turn, stated);
        } else if (record.getDueAt() == null && turn.owns(PROCESSING)) {
            WorkingTime workingTime = turn.reference().workingTime();
            turn.reference()
                    .timeLimit(record.getProcedureCode())
                    .ifPresent(limit -> turn.set(
                            Field.DUE, workingTime.plus(turn.fact().occurredAt(), limit), Rule.LIMIT_SETS_DUE));
        }
    }

    /** Stated anew by a supplement or after a suspension, as it may be. */
    static void state(Turn turn, @Nullable Instant stated) {
        turn.state(PROCESSING, Field.DUE, stated);
    }

    /** Stated anew for no reason that the events show. */
    static void correct(Turn turn, @Nullable Instant stated) {
        Instant before = turn.record().getDueAt();
        if (turn.state(PROCESSING, Field.DUE, stated) && before != null && stated != null && !stated.equals(before)) {
            turn.changed(Anomalies.DUE_MOVED_WITHOUT_SUPPLEMENT, before, stated);
        }
    }

    static void stopForSupplement(Turn turn) {
        if (turn.record().getWaitingSince() == null) {
            turn.record().setWaitingSince(turn.fact().occurredAt());
            turn.follows("waitingSince", Rule.OWNER_STATES);
        }
    }

    static void supplemented(Turn turn, @Nullable Instant stated) {
        DossierRecord record = turn.record();
        Instant since = record.getWaitingSince();
        if (since != null) {
            Instant until = turn.fact().occurredAt();
            record.setWaitedMicros(record.getWaitedMicros() + ChronoUnit.MICROS.between(since, until));
            turn.follows("waitedMicros", Rule.EVENT_COUNTS);
            stoodStill(turn, since, record.getSuspendedSince());
            record.setWaitingSince(null);
            turn.follows("waitingSince", Rule.OWNER_STATES);
            if (stated == null) {
                moveBy(turn, since, Rule.WAIT_MOVES_DUE);
            }
        }
        // The desk that took the supplement in may not be the holder: then its date is a claim.
        state(turn, stated);
    }

    static void stopForSuspension(Turn turn) {
        if (turn.record().getSuspendedSince() == null) {
            turn.record().setSuspendedSince(turn.fact().occurredAt());
            turn.follows("suspendedSince", Rule.OWNER_STATES);
        }
    }

    /** Whatever opens the dossier again ends its suspension. */
    static void resume(Turn turn) {
        Instant since = turn.record().getSuspendedSince();
        if (since != null) {
            turn.record().setSuspendedSince(null);
            turn.follows("suspendedSince", Rule.OWNER_STATES);
            stoodStill(turn, since, turn.record().getWaitingSince());
            moveBy(turn, since, Rule.SUSPENSION_MOVES_DUE);
        }
    }

    /**
     * What the clock stood still is no working time of the office. A wait and a suspension may overlap: while the other
     * one goes on, only what lies before it is counted here.
     *
     * @param other since when the other stop goes on; null: it does not
     */
    private static void stoodStill(Turn turn, Instant since, @Nullable Instant other) {
        Instant until = other == null ? turn.fact().occurredAt() : other;
        long minutes = turn.reference().workingTime().between(since, until).toMinutes();
        turn.record().setWaitedMinutes(turn.record().getWaitedMinutes() + minutes);
        turn.follows("waitedMinutes", Rule.EVENT_COUNTS);
    }

    private static void moveBy(Turn turn, Instant since, Rule rule) {
        Instant due = turn.record().getDueAt();
        if (due != null) {
            WorkingTime workingTime = turn.reference().workingTime();
            turn.set(
                    Field.DUE,
                    workingTime.plus(due, workingTime.between(since, turn.fact().occurredAt())),
                    rule);
        }
    }
}
