package org.lienthong.reporting.alerts;

import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/**
 * Which alerts are asked for.
 *
 * @param unitCode filed in this unit or in one below it; null: anywhere
 * @param agencyId held by this agency; null: by any
 * @param kind null: those that stand, DUE_SOON and OVERDUE
 */
public record AlertFilter(
        @Nullable String unitCode,
        @Nullable String agencyId,
        @Nullable DeadlineAlertKind kind) {}
