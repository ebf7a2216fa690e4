package org.lienthong.reporting.search;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.names.Named;

/**
 * A dossier in a list, without personal data.
 *
 * @param status null while only a permit is known
 * @param unit where it was filed, by its name of that day
 * @param holderAgency who holds it now
 * @param finishedAt null: open, or withdrawn
 * @param overdueFrom overdue on a later moment; null: over, without a due date, or its clock stands still
 * @param overdue whether it is so now
 * @param workingMinutes from acceptance to finish, waiting not counted; null: not finished
 * @param anomalies how many it has
 * @param version number of its events
 */
public record FoundDossier(
        String code,
        @Nullable String status,
        @Nullable Named procedure,
        @Nullable String sector,
        @Nullable Named unit,
        @Nullable Named holderAgency,
        @Nullable String channel,
        LocalDate filedOn,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable Instant overdueFrom,
        boolean overdue,
        @Nullable Long workingMinutes,
        long anomalies,
        int version) {

    static FoundDossier read(ResultSet row) throws SQLException {
        return new FoundDossier(
                row.getString("code"),
                row.getString("status"),
                Named.read(row, "procedure_code", "procedure_name"),
                row.getString("sector"),
                Named.read(row, "unit_code", "unit_name"),
                Named.read(row, "holder_agency", "holder_name"),
                row.getString("channel"),
                requireNonNull(Reader.date(row, "filed_on")),
                Reader.time(row, "due_at"),
                Reader.time(row, "finished_at"),
                Reader.time(row, "overdue_from"),
                row.getBoolean("overdue"),
                row.getObject("working_minutes", Long.class),
                row.getLong("anomalies"),
                row.getInt("event_count"));
    }
}
