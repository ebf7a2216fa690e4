package org.lienthong.reporting.quarantine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which quarantined records are meant; null leaves a condition out.
 *
 * @param reason the stable code
 * @param agency mã định danh of the agency that stated the event
 * @param dossier mã hồ sơ
 * @param since the broker had the record at this moment or later
 * @param until the broker had the record before this moment
 */
public record QuarantineFilter(
        @Nullable String reason,
        @Nullable String agency,
        @Nullable String dossier,
        @Nullable Instant since,
        @Nullable Instant until,
        Stage stage) {

    /** How far the work on a record is. */
    public enum Stage {
        /** Somebody may still have to do something, as far as receipts have said. */
        OPEN,
        /** Sent again, and its receipt has come. */
        REDRIVEN,
        ALL
    }

    /** Every record of a stage. */
    public static QuarantineFilter of(Stage stage) {
        return new QuarantineFilter(null, null, null, null, null, stage);
    }
}
