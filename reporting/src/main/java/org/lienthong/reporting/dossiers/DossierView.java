package org.lienthong.reporting.dossiers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;

/**
 * The shared record of a dossier, without personal data.
 *
 * @param status null while only a permit is known
 * @param issuingAgency owns the result; null until one is stated
 * @param filedOn the day that decides which dated unit counts it
 * @param waitedMicros time spent waiting for supplements, microseconds
 * @param feesRequested VND
 * @param feesPaid VND
 * @param anomalies in event order
 * @param moreAnomalies how many there are beyond those
 * @param claims what other agencies state about fields, by field and agency
 * @param eventCount the version of the record
 */
public record DossierView(
        String code,
        List<String> aliases,
        @Nullable String status,
        @Nullable Named procedure,
        @Nullable String sector,
        @Nullable Named unit,
        @Nullable Named receivingAgency,
        @Nullable Named holderAgency,
        @Nullable Named issuingAgency,
        @Nullable String channel,
        LocalDate filedOn,
        Times times,
        @Nullable String outcome,
        boolean electronicResult,
        int supplementRequests,
        long waitedMicros,
        BigDecimal feesRequested,
        BigDecimal feesPaid,
        boolean paidOnline,
        int papers,
        int papersDigitised,
        int papersReused,
        @Nullable Integer rating,
        int steps,
        @Nullable String lastStep,
        List<Permit> permits,
        List<AnomalyView> anomalies,
        int moreAnomalies,
        List<ClaimView> claims,
        int eventCount,
        String lastEventId) {

    /** Null: has not happened. */
    public record Times(
            Instant firstEvent,
            @Nullable Instant submitted,
            @Nullable Instant accepted,
            @Nullable Instant due,
            @Nullable Instant waitingSince,
            @Nullable Instant suspendedSince,
            @Nullable Instant resolved,
            @Nullable Instant returned,
            @Nullable Instant stopped,
            Instant lastEvent) {}

    /**
     * @param issuedBy null: it was never seen issued
     * @param status as events state it
     * @param statusToday how it stands today, with what time alone has ended
     * @param validUntil its last day; null: no end is known
     * @param suspendedUntil last day of a suspension; null: not suspended, or without an end
     * @param endedAt revoked or expired, as events state it
     */
    public record Permit(
            String number,
            @Nullable String kind,
            @Nullable Named issuedBy,
            String status,
            String statusToday,
            @Nullable Instant issuedAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Instant amendedAt,
            @Nullable LocalDate suspendedUntil,
            @Nullable Instant endedAt) {}
}
