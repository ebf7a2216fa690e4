package org.lienthong.reporting.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.units.UnitView;

/** Figures of all units at once. */
public final class SummaryQuery {

    /**
     * Units with their figures, and figures whose unit nobody knows. A unit is at the top when no unit of its time
     * stands above it: the sum of those is everything, each dossier once.
     */
    private static final String UNITS = """
            WITH scope AS (SELECT ?::date AS day, ?::date AS first, ?::date AS last),
            figures AS (
                SELECT unit_code, unit_valid_from, %s
                FROM lienthong.unit_statistics, scope
                WHERE (first IS NULL OR month >= first) AND (last IS NULL OR month <= last)
                GROUP BY unit_code, unit_valid_from)
            SELECT false AS unknown, u.code, u.valid_from, u.valid_to, u.level, u.name, u.parent_code, u.latitude, u.longitude, f.*,
                NOT EXISTS (
                    SELECT FROM lienthong.units p
                    WHERE p.code = u.parent_code
                    AND p.valid_from <= coalesce(u.valid_to, 'infinity')
                    AND coalesce(p.valid_to, 'infinity') >= u.valid_from) AS top
            FROM scope, lienthong.units u
                LEFT JOIN figures f ON (f.unit_code, f.unit_valid_from) = (u.code, u.valid_from)
            WHERE day IS NULL OR day BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
            UNION ALL
            SELECT true, f.unit_code, f.unit_valid_from, NULL, NULL, NULL, NULL, NULL, NULL, f.*, true
            FROM figures f
            WHERE f.received > 0 -- none: its dossiers have moved on, once their submission was known
            AND NOT EXISTS (
                SELECT FROM lienthong.units u WHERE (u.code, u.valid_from) = (f.unit_code, f.unit_valid_from))
            ORDER BY unknown, code, valid_from
            """.formatted(Figures.SUMS);

    private static final String RECEIPTS =
            "SELECT outcome AS name, sum(count)::bigint AS count FROM lienthong.receipt_counts GROUP BY 1 ORDER BY 1";
    private static final String QUARANTINE =
            "SELECT reason AS name, count(*) AS count FROM lienthong.quarantine GROUP BY 1 ORDER BY 1";
    private static final String FRESHNESS = "SELECT version, changed_at FROM lienthong.freshness";

    private final Reader reader;

    public SummaryQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Everything: all units of all times, all months. */
    public Summary summary() throws SQLException {
        return summary(null, Period.ALL);
    }

    /** @param on only units valid on this day; null: of all times */
    public Summary summary(@Nullable LocalDate on, Period period) throws SQLException {
        // Read first: what is written meanwhile is then announced once more, never missed.
        Freshness freshness = freshness();
        List<UnitFigures> units = new ArrayList<>();
        Figures total = null;
        for (Line line : reader.list(UNITS, Line::read, on, period.firstMonth(), period.lastMonth())) {
            units.add(line.unit());
            total = line.top() ? Figures.sum(total, line.unit().figures()) : total;
        }
        return new Summary(total, units, counts(RECEIPTS), counts(QUARANTINE), freshness);
    }

    /** Cheap: one row. */
    public Freshness freshness() throws SQLException {
        return reader.list(FRESHNESS, row -> new Freshness(row.getLong("version"), Reader.time(row, "changed_at")))
                .get(0);
    }

    private Map<String, Long> counts(String sql) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        reader.list(sql, row -> Map.entry(row.getString("name"), row.getLong("count")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private record Line(UnitFigures unit, boolean top) {
        static Line read(ResultSet row) throws SQLException {
            return new Line(new UnitFigures(UnitView.read(row), Figures.read(row)), row.getBoolean("top"));
        }
    }
}
