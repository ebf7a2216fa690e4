package org.lienthong.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of dossiers. Each adds up over sectors, months and units that do not contain one another. Where nothing was
 * counted there are no figures (null), which is not the same as zero.
 *
 * @param received filed
 * @param inProgress open now
 * @param waitingSupplement of the open, waiting for the applicant
 * @param onTime finished in time
 * @param late finished after the due time
 * @param overdue of the open, past the due time
 * @param online filed online
 * @param permits permits issued
 * @param anomalous with an anomaly
 */
public record Figures(
        long received,
        long inProgress,
        long waitingSupplement,
        long onTime,
        long late,
        long overdue,
        long refused,
        long withdrawn,
        long suspended,
        long online,
        long paidOnline,
        long permits,
        long anomalous) {

    /** Select list that sums the figures of {@code lienthong.unit_statistics}. */
    static final String SUMS = List.of(
                    "received",
                    "in_progress",
                    "waiting_supplement",
                    "on_time",
                    "late",
                    "overdue",
                    "refused",
                    "withdrawn",
                    "suspended",
                    "online",
                    "paid_online",
                    "permits",
                    "anomalous")
            .stream()
            .map(column -> "sum(%1$s)::bigint AS %1$s".formatted(column))
            .collect(Collectors.joining(", "));

    /** The figures of a row that has all columns; null where nothing was counted. */
    static @Nullable Figures read(ResultSet row) throws SQLException {
        long received = row.getLong("received");
        if (row.wasNull()) {
            return null;
        }
        return new Figures(
                received,
                row.getLong("in_progress"),
                row.getLong("waiting_supplement"),
                row.getLong("on_time"),
                row.getLong("late"),
                row.getLong("overdue"),
                row.getLong("refused"),
                row.getLong("withdrawn"),
                row.getLong("suspended"),
                row.getLong("online"),
                row.getLong("paid_online"),
                row.getLong("permits"),
                row.getLong("anomalous"));
    }

    /** Null is nothing: it adds nothing, and nothing and nothing is nothing. */
    static @Nullable Figures sum(@Nullable Figures a, @Nullable Figures b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return new Figures(
                a.received + b.received,
                a.inProgress + b.inProgress,
                a.waitingSupplement + b.waitingSupplement,
                a.onTime + b.onTime,
                a.late + b.late,
                a.overdue + b.overdue,
                a.refused + b.refused,
                a.withdrawn + b.withdrawn,
                a.suspended + b.suspended,
                a.online + b.online,
                a.paidOnline + b.paidOnline,
                a.permits + b.permits,
                a.anomalous + b.anomalous);
    }
}
