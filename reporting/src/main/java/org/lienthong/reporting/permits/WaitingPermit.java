package org.lienthong.reporting.permits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;

/**
 * A permit whose dossier is not known yet.
 *
 * @param issuedBy null: it was never seen issued
 * @param status as events state it
 * @param validUntil its last day; null: no end is known
 * @param waitingSince time of the earliest event of the dossier's permits
 */
public record WaitingPermit(
        String dossier,
        String number,
        @Nullable String kind,
        @Nullable Named issuedBy,
        String status,
        @Nullable Instant issuedAt,
        @Nullable LocalDate validUntil,
        Instant waitingSince) {}
