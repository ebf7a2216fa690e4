package org.lienthong.reporting.dossiers;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shared record of a dossier, without personal data.
 *
 * @param status null while only a permit is known
 * @param filedOn the day that decides which dated unit counts it
 * @param waitedMicros time spent waiting for supplements, microseconds
 * @param feesRequested VND
 * @param feesPaid VND
 * @param anomalies JSON array of {@code {code, eventId}}
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
        @JsonRawValue String anomalies,
        int eventCount,
        String lastEventId) {

    /** @param name null: not in the reference data */
    public record Named(String code, @Nullable String name) {}

    /** Null: has not happened. */
    public record Times(
            Instant firstEvent,
            @Nullable Instant submitted,
            @Nullable Instant accepted,
            @Nullable Instant due,
            @Nullable Instant waitingSince,
            @Nullable Instant resolved,
            @Nullable Instant returned,
            @Nullable Instant stopped,
            Instant lastEvent) {}

    /** @param validUntil its last day; null: no end is known */
    public record Permit(
            String number,
            @Nullable String kind,
            String status,
            @Nullable Instant issuedAt,
            @Nullable LocalDate validUntil) {}
}
