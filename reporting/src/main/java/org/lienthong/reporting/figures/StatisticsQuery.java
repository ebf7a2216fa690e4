package org.lienthong.reporting.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.reference.Sector;

/** Figures of one unit by month or sector. */
public final class StatisticsQuery {

    private static final String STATISTICS = """
            WITH scope AS (SELECT ?::text AS code, ?::date AS valid_from, ?::text AS chosen, ?::date AS first, ?::date AS last)
            SELECT %s AS name, %s
            FROM lienthong.unit_statistics s, scope
            WHERE unit_code = scope.code AND unit_valid_from = scope.valid_from
            AND (chosen IS NULL OR sector = chosen)
            AND (first IS NULL OR month >= first) AND (last IS NULL OR month <= last)
            GROUP BY 1 ORDER BY 1
            """;

    private final Reader reader;

    public StatisticsQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param sector null: all */
    public Statistics statistics(
            String unitCode, LocalDate unitValidFrom, @Nullable Sector sector, Period period, Grouping grouping)
            throws SQLException {
        List<Statistics.Group> groups = reader.list(
                STATISTICS.formatted(grouping.expression(), Figures.SUMS),
                row -> new Statistics.Group(row.getString("name"), Figures.read(row)),
                unitCode,
                unitValidFrom,
                sector == null ? null : sector.name(),
                period.firstMonth(),
                period.lastMonth());
        Figures total = null;
        for (Statistics.Group group : groups) {
            total = Figures.sum(total, group.figures());
        }
        return new Statistics(total, grouping == Grouping.NONE ? List.of() : groups);
    }
}
