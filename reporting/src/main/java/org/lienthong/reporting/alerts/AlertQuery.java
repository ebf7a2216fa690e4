package org.lienthong.reporting.alerts;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Conditions;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.database.Reader;

/** Lists alerts, the longest standing first. */
public final class AlertQuery {

    private static final String ALERTS = """
            SELECT a.*, u.name AS unit_name, g.name AS agency_name
            FROM (SELECT d.filed_on, alert.*
                FROM lienthong.deadline_alerts alert
                    LEFT JOIN lienthong.dossiers d ON d.code = alert.dossier_code) a
                LEFT JOIN lienthong.units u ON u.code = a.unit_code
                    AND a.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
                LEFT JOIN lienthong.agencies g ON g.id = a.agency_id
            %s ORDER BY a.raised_at, a.dossier_code LIMIT ?
            """;
    private static final String THAT_STAND = "a.kind IN ('DUE_SOON', 'OVERDUE')";
    private static final String AFTER = "(a.raised_at, a.dossier_code) > (?, ?)";

    private final Reader reader;

    public AlertQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param more whether another page follows */
    public record Page(List<Alert> alerts, boolean more) {}

    /**
     * One page of the alerts.
     *
     * @param after when the last alert of the page before was raised, and its dossier; null: the first page
     * @param limit the most alerts of the page, at least one
     */
    public Page page(AlertFilter filter, @Nullable ListPlace<Instant> after, int limit) throws SQLException {
        Conditions which = new Conditions();
        if (filter.kind() == null) {
            which.and(THAT_STAND);
        } else {
            which.and("a.kind = ?", filter.kind().name());
        }
        which.andIfGiven("a.agency_id = ?", filter.agencyId());
        if (filter.units() != null) {
            filter.units().narrow(which, "a");
        }
        if (after != null) {
            which.and(AFTER, after.position().atOffset(ZoneOffset.UTC), after.code());
        }
        // One more says whether another page follows.
        List<Alert> found = reader.list(ALERTS.formatted(which.sql()), AlertQuery::alert, which.values(limit + 1));
        return found.size() > limit ? new Page(found.subList(0, limit), true) : new Page(found, false);
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("dossier_code"),
                row.getString("kind"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("agency_id"),
                row.getString("agency_name"),
                requireNonNull(Reader.time(row, "due_at")),
                requireNonNull(Reader.time(row, "raised_at")),
                row.getInt("record_version"));
    }
}
