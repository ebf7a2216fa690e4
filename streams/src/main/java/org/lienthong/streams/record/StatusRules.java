package org.lienthong.streams.record;

import static org.lienthong.schemas.dossier.DossierStatus.ACCEPTED;
import static org.lienthong.schemas.dossier.DossierStatus.IN_PROGRESS;
import static org.lienthong.schemas.dossier.DossierStatus.PAYMENT_REQUESTED;
import static org.lienthong.schemas.dossier.DossierStatus.REFUSED;
import static org.lienthong.schemas.dossier.DossierStatus.RESOLVED;
import static org.lienthong.schemas.dossier.DossierStatus.RETURNED;
import static org.lienthong.schemas.dossier.DossierStatus.SUBMITTED;
import static org.lienthong.schemas.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static org.lienthong.schemas.dossier.DossierStatus.SUSPENDED;
import static org.lienthong.schemas.dossier.DossierStatus.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;

/**
 * Which status normally follows which. There is no official transition table: this one says what surprises nobody.
 * Anything else is applied all the same and leaves an anomaly on the record.
 */
final class StatusRules {

    private static final Set<DossierStatus> WORKING =
            EnumSet.of(IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, SUSPENDED, RESOLVED);

    private static final Map<DossierStatus, Set<DossierStatus>> EXPECTED = new EnumMap<>(Map.of(
            SUBMITTED, EnumSet.of(ACCEPTED, REFUSED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN),
            ACCEPTED, WORKING,
            IN_PROGRESS, WORKING,
            SUPPLEMENT_REQUESTED, EnumSet.of(IN_PROGRESS, ACCEPTED, WITHDRAWN, SUSPENDED, REFUSED),
            PAYMENT_REQUESTED, WORKING,
            SUSPENDED, EnumSet.of(IN_PROGRESS, WITHDRAWN, RETURNED),
            RESOLVED, EnumSet.of(RETURNED),
            REFUSED, EnumSet.of(RETURNED),
            WITHDRAWN, EnumSet.of(RETURNED),
            RETURNED, EnumSet.noneOf(DossierStatus.class)));

    private StatusRules() {}

    static boolean isExpected(DossierStatus from, DossierStatus to) {
        return from == to || EXPECTED.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether the dossier is over: what follows needs an explanation. */
    static boolean isEnd(@Nullable DossierStatus status) {
        return status == RESOLVED || status == RETURNED || status == REFUSED || status == WITHDRAWN;
    }

    /**
     * Takes the status as stated by whoever owns the group, expected or not. A status that is not an end contradicts an
     * end before it: the dossier is open again.
     *
     * @return whether the agency may state it
     */
    static boolean moveTo(Turn turn, FieldGroup group, DossierStatus status) {
        return moveTo(turn, turn.owns(group), group, status, Rule.OWNER_STATES);
    }

    private static boolean moveTo(Turn turn, boolean owner, FieldGroup group, DossierStatus status, Rule rule) {
        DossierRecord record = turn.record();
        DossierStatus before = record.getStatus();
        if (!turn.state(owner, group, Field.STATUS, status, rule)) {
            return false;
        }
        if (before != null && !isExpected(before, status)) {
            turn.changed(Anomalies.UNEXPECTED_TRANSITION, before, status);
        }
        if (status != SUSPENDED) {
            DueRules.resume(turn);
        }
        if (!isEnd(status)) {
            reopen(turn);
        }
        return true;
    }

    private static void reopen(Turn turn) {
        DossierRecord record = turn.record();
        if (record.getResolvedAt() != null) {
            record.setResolvedAt(null);
            turn.follows("resolvedAt", Rule.LATER_STATUS_REOPENS);
        }
        if (record.getReturnedAt() != null) {
            record.setReturnedAt(null);
            turn.follows("returnedAt", Rule.LATER_STATUS_REOPENS);
        }
        if (record.getStoppedAt() != null) {
            record.setStoppedAt(null);
            turn.follows("stoppedAt", Rule.LATER_STATUS_REOPENS);
        }
    }

    /**
     * A submission or an acceptance. One that comes after the end of a dossier that was never seen to start leaves the
     * end as it is, and the record says that the times contradict each other.
     *
     * @param owner whether the agency may state it
     * @param started whether the record has seen this start before
     * @param rule by which it may
     * @return {@code owner}
     */
    static boolean start(Turn turn, boolean owner, FieldGroup group, DossierStatus status, boolean started, Rule rule) {
        DossierStatus before = turn.record().getStatus();
        if (!isEnd(before) || started || !owner) {
            return moveTo(turn, owner, group, status, rule);
        }
        turn.changed(Anomalies.END_BEFORE_START, before, status);
        return true;
    }

    /**
     * Work on the dossier, reported by its holder: it opens one that was only filed, and never reopens one that is
     * over.
     *
     * @param legalEnd an end after which this work is no surprise; null: none
     */
    static void work(Turn turn, @Nullable DossierStatus legalEnd) {
        DossierRecord record = turn.record();
        DossierStatus status = record.getStatus();
        if (isEnd(status)) {
            if (status != legalEnd) {
                turn.anomaly(Anomalies.EVENT_AFTER_END, String.valueOf(status));
            }
        } else if (record.getWaitingSince() == null) {
            moveTo(turn, FieldGroup.PROCESSING, IN_PROGRESS);
        }
    }
}
