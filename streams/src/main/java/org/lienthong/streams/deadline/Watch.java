package org.lienthong.streams.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/**
 * What is kept of an open dossier so that its alerts can be raised when their time comes.
 *
 * @param unitCode as the alert states it; null: not known
 * @param agencyId the agency that holds the dossier; null: not known
 * @param dueAt the due date; of a dossier without one, when it became overdue
 * @param dueSoonFrom from when on it is due soon; null: never
 * @param overdueFrom after this it is overdue
 * @param recordVersion eventCount of the record
 * @param standing the alert that is out; null: none
 */
record Watch(
        @Nullable String unitCode,
        @Nullable String agencyId,
        Instant dueAt,
        @Nullable Instant dueSoonFrom,
        Instant overdueFrom,
        int recordVersion,
        @Nullable DeadlineAlertKind standing) {

    Watch with(@Nullable DeadlineAlertKind alert) {
        return new Watch(unitCode, agencyId, dueAt, dueSoonFrom, overdueFrom, recordVersion, alert);
    }
}
