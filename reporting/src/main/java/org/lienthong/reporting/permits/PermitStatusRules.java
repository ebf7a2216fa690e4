package org.lienthong.reporting.permits;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.PermitStatus;

/**
 * How a permit stands on a day. Events state what was decided; that time runs out is stated by nobody. The function
 * {@code lienthong.permit_status_on} of the database says the same.
 */
public final class PermitStatusRules {

    private PermitStatusRules() {}

    /**
     * @param status as events state it, by its name
     * @param validUntil its last day; null: without an end
     * @param suspendedUntil last day of a suspension; null: without an end
     */
    public static String on(
            String status, @Nullable LocalDate validUntil, @Nullable LocalDate suspendedUntil, LocalDate day) {
        boolean suspended = status.equals(PermitStatus.SUSPENDED.name());
        boolean alive = suspended || status.equals(PermitStatus.ISSUED.name());
        if (alive && isOver(validUntil, day)) {
            return PermitStatus.EXPIRED.name();
        }
        return suspended && isOver(suspendedUntil, day) ? PermitStatus.ISSUED.name() : status;
    }

    private static boolean isOver(@Nullable LocalDate lastDay, LocalDate day) {
        return lastDay != null && lastDay.isBefore(day);
    }
}
