package org.lienthong.reporting.index;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.names.Named;
import org.lienthong.reporting.units.UnitView;

/** Lists the dossiers that cost a metric its points, in the order of filing. */
public final class CostlyQuery {

    /** Under a map, a dossier belongs to the unit that its code meant on the day of filing. */
    private static final String OF_UNIT = """
            place AS (SELECT ?::date AS day, ?::text AS code),
            costly AS (
                SELECT d.*
                FROM wanted w CROSS JOIN place a CROSS JOIN scope s
                    JOIN lienthong.dossiers d ON d.unit_code = s.code AND d.filed_on BETWEEN s.first_day AND s.last_day
            """;

    private static final String PAGE = """
                WHERE d.filed_on >= w.first AND d.filed_on < w.last + interval '1 month'
                    AND d.status IS NOT NULL AND (a.day IS NULL OR (d.filed_on, d.code) > (a.day, a.code))
                    AND %s
                ORDER BY d.filed_on, d.code LIMIT ?)
            SELECT c.*, u.name AS unit_name, g.name AS agency_name, p.name AS procedure_name
            FROM costly c
                LEFT JOIN lienthong.units u ON u.code = c.unit_code
                    AND c.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
                LEFT JOIN lienthong.agencies g ON g.id = c.holder_agency
                LEFT JOIN lienthong.procedures p ON p.code = c.procedure_code
            ORDER BY c.filed_on, c.code
            """;

    private final Reader reader;

    public CostlyQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param more whether another page follows */
    public record Page(List<CostlyDossier> dossiers, boolean more) {}

    /**
     * One page of the dossiers; empty: the metric is not one of dossiers.
     *
     * @param after the last dossier of the page before; null: the first page
     * @param limit the most dossiers of the page, at least one
     */
    public Optional<Page> ofUnit(
            UnitView unit,
            MapChoice map,
            IndexPeriod period,
            IndexMetric metric,
            @Nullable ListPlace<LocalDate> after,
            int limit)
            throws SQLException {
        String condition = CostlyRules.condition(metric).orElse(null);
        if (condition == null) {
            return Optional.empty();
        }
        List<CostlyDossier> found = reader.list(
                IndexSql.WANTED + IndexSql.ONE_UNIT + IndexSql.scope(map) + OF_UNIT + PAGE.formatted(condition),
                CostlyQuery::dossier,
                unit.code(),
                unit.validFrom(),
                map.day(),
                period.firstMonth(),
                period.lastMonth(),
                after == null ? null : after.position(),
                after == null ? null : after.code(),
                limit + 1); // one more says whether another page follows
        boolean more = found.size() > limit;
        return Optional.of(new Page(more ? found.subList(0, limit) : found, more));
    }

    private static CostlyDossier dossier(ResultSet row) throws SQLException {
        return new CostlyDossier(
                row.getString("code"),
                requireNonNull(Reader.date(row, "filed_on")),
                Named.read(row, "unit_code", "unit_name"),
                Named.read(row, "holder_agency", "agency_name"),
                Named.read(row, "procedure_code", "procedure_name"),
                row.getString("status"),
                Reader.time(row, "due_at"),
                Reader.time(row, "finished_at"),
                row.getObject("rating", Integer.class));
    }
}
