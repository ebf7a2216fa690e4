package org.lienthong.reporting.quality;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;

/**
 * How good the data of one agency are.
 *
 * @param agency null: not known, as of bytes that could not be read
 * @param lastReceivedAt when the broker took in its newest event; null: it has sent none, or is not known
 * @param anomalies on the records of dossiers, by code
 * @param conflicts what it states, at present, against the owner of a field
 * @param receipts by outcome
 * @param quarantined those receipts that say so, by reason
 */
public record AgencyQuality(
        @Nullable Named agency,
        @Nullable Instant lastReceivedAt,
        Map<String, Long> anomalies,
        long conflicts,
        Map<String, Long> receipts,
        Map<String, Long> quarantined) {}
