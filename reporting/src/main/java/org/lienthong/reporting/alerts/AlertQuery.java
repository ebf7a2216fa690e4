package org.lienthong.reporting.alerts;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;

/** Lists alerts, the longest standing first. */
public final class AlertQuery {

    /**
     * Of all times that the code had a meaning, the units of those times under it. A union, so that a tree that points
     * back at itself ends.
     */
    private static final String UNITS_BELOW = """
            WITH RECURSIVE below (code, valid_from, valid_to) AS (
                SELECT code, valid_from, coalesce(valid_to, 'infinity') FROM lienthong.units WHERE code = ?
                UNION
                SELECT u.code, u.valid_from, coalesce(u.valid_to, 'infinity')
                FROM below b JOIN lienthong.units u ON u.parent_code = b.code
                    AND u.valid_from <= b.valid_to AND b.valid_from <= coalesce(u.valid_to, 'infinity'))
            """;

    private static final String ALERTS = """
            SELECT a.*, u.name AS unit_name, g.name AS agency_name
            FROM lienthong.deadline_alerts a
                LEFT JOIN lienthong.dossiers d ON d.code = a.dossier_code
                LEFT JOIN lienthong.units u ON u.code = a.unit_code
                    AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
                LEFT JOIN lienthong.agencies g ON g.id = a.agency_id
            """;
    private static final String THAT_STAND = "WHERE a.kind IN ('DUE_SOON', 'OVERDUE')\n";
    private static final String OF_KIND = "WHERE a.kind = ?\n";
    private static final String IN_UNIT = """
            AND (a.unit_code = ? OR EXISTS (
                SELECT FROM below b WHERE b.code = a.unit_code AND d.filed_on BETWEEN b.valid_from AND b.valid_to))
            """;
    private static final String AT_AGENCY = "AND a.agency_id = ?\n";
    private static final String AFTER = "AND (a.raised_at, a.dossier_code) > (?, ?)\n";
    private static final String IN_ORDER = "ORDER BY a.raised_at, a.dossier_code LIMIT ?";

    private final Reader reader;

    public AlertQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param next where the next page begins; null: there is none */
    public record Page(List<Alert> alerts, @Nullable AlertPlace next) {}

    /**
     * One page of the alerts.
     *
     * @param after the place that the page before gave; null: the first page
     * @param limit the most alerts of the page, at least one
     */
    public Page page(AlertFilter filter, @Nullable AlertPlace after, int limit) throws SQLException {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (filter.unitCode() != null) {
            sql.append(UNITS_BELOW);
            values.add(filter.unitCode());
        }
        sql.append(ALERTS);
        if (filter.kind() == null) {
            sql.append(THAT_STAND);
        } else {
            sql.append(OF_KIND);
            values.add(filter.kind().name());
        }
        if (filter.unitCode() != null) {
            sql.append(IN_UNIT);
            values.add(filter.unitCode());
        }
        if (filter.agencyId() != null) {
            sql.append(AT_AGENCY);
            values.add(filter.agencyId());
        }
        if (after != null) {
            sql.append(AFTER);
            values.add(after.time());
            values.add(after.dossierCode());
        }
        sql.append(IN_ORDER);
        values.add(limit + 1); // one more says whether another page follows
        List<Alert> found = reader.list(sql.toString(), AlertQuery::alert, values.toArray());
        boolean more = found.size() > limit;
        List<Alert> alerts = more ? found.subList(0, limit) : found;
        return new Page(alerts, more ? AlertPlace.of(alerts.get(limit - 1)) : null);
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
