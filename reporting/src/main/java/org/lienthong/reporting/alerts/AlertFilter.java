package org.lienthong.reporting.alerts;

import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.UnitScope;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/**
 * Which alerts are asked for.
 *
 * @param units of dossiers filed in these; null: anywhere
 * @param agencyId held by this agency; null: by any
 * @param kind null: those that stand, DUE_SOON and OVERDUE
 */
public record AlertFilter(
        @Nullable UnitScope units,
        @Nullable String agencyId,
        @Nullable DeadlineAlertKind kind) {}
