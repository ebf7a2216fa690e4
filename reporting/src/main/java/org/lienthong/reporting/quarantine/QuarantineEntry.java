package org.lienthong.reporting.quarantine;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;

/**
 * A quarantined record without its content, and without personal data.
 *
 * @param origin where it was read, {@code topic-partition-offset}: its name in every command
 * @param first where the event was first read; the same as the origin unless it is a redrive that failed again
 * @param reason stable code
 * @param detail what is wrong, for an engineer
 * @param recordedAt when the broker had it
 * @param quarantinedBy the job that set it aside
 * @param redrive what became of sending it again; null: nothing is known of it
 */
public record QuarantineEntry(
        String origin,
        String first,
        String reason,
        String detail,
        @Nullable String eventId,
        @Nullable String dossierCode,
        @Nullable String sourceSystem,
        @Nullable String agencyId,
        Instant recordedAt,
        String quarantinedBy,
        State state,
        @Nullable Redrive redrive) {

    /** What has become of the record. */
    public enum State {
        /** No receipt has told of a redrive yet. */
        OPEN,
        /** Sent again; {@link #redrive} says what became of it. */
        REDRIVEN,
        /** Set aside by the sink, which gives no receipts: look at the data, or for another entry of the same event. */
        NO_RECEIPT
    }

    /**
     * What became of a redrive.
     *
     * @param outcome as the receipt says it; QUARANTINED: set aside again
     * @param code stable code of the outcome
     * @param recordVersion events of the dossier after it; 0 where it was set aside again
     * @param origin where the redriven record was read
     */
    public record Redrive(String outcome, String code, int recordVersion, String origin) {}

    static QuarantineEntry read(ResultSet row) throws SQLException {
        return new QuarantineEntry(
                place(row, "origin"),
                place(row, "first"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("event_id"),
                row.getString("dossier_code"),
                row.getString("source_system"),
                row.getString("agency_id"),
                requireNonNull(Reader.time(row, "recorded_at")),
                row.getString("quarantined_by"),
                State.valueOf(row.getString("state")),
                redrive(row));
    }

    private static @Nullable Redrive redrive(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Redrive(
                        outcome,
                        row.getString("outcome_code"),
                        row.getInt("outcome_version"),
                        place(row, "redriven_to"));
    }

    static String place(ResultSet row, String prefix) throws SQLException {
        return Origins.text(new Origin(
                row.getString(prefix + "_topic"), row.getInt(prefix + "_partition"), row.getLong(prefix + "_offset")));
    }
}
