package org.lienthong.reporting.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.units.UnitView;

/**
 * Adds up what agencies have to work with, for the units of a day. An agency counts at the unit that it serves, and
 * above it, on the days that it works and its unit exists.
 */
public final class ReadinessQuery {

    private static final String UNITS = """
            WITH scope AS (SELECT ?::date AS day)
            SELECT u.code, u.valid_from, u.valid_to, u.level, u.name, u.parent_code, u.latitude, u.longitude, r.*
            FROM scope
                CROSS JOIN lienthong.readiness_on(day) r
                JOIN lienthong.units u ON (u.code, u.valid_from) = (r.unit_code, r.unit_valid_from)
            """;
    private static final String ALL = UNITS + "ORDER BY u.code";
    private static final String ONE = UNITS + "WHERE u.code = ?";

    /** Directly below: by parent, of an area its members. */
    private static final String BELOW = UNITS + """
            WHERE u.parent_code = ?
                OR EXISTS (
                    SELECT FROM lienthong.units area
                    WHERE area.code = ? AND day BETWEEN area.valid_from AND coalesce(area.valid_to, 'infinity')
                    AND u.code = ANY (area.members))
            ORDER BY u.code
            """;

    private static final String WITHOUT_UNIT = """
            WITH scope AS (SELECT ?::date AS day)
            SELECT count(*) AS agencies FROM scope, lienthong.agencies a
            WHERE day BETWEEN coalesce(a.valid_from, '-infinity') AND coalesce(a.valid_to, 'infinity')
            AND NOT EXISTS (
                SELECT FROM lienthong.units u
                WHERE u.code = a.unit_code AND u.level <> 'AREA'
                AND day BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity'))
            """;

    private final Reader reader;

    public ReadinessQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Every unit of that day by code, areas too; units without agencies have none. */
    public List<UnitReadiness> all(LocalDate day) throws SQLException {
        return reader.list(ALL, ReadinessQuery::read, day);
    }

    /** Empty: the code is no unit on that day. */
    public Optional<UnitReadiness> of(String code, LocalDate day) throws SQLException {
        return reader.list(ONE, ReadinessQuery::read, day, code).stream().findFirst();
    }

    /** The units directly below: by parent (areas among them), or the members of an area. */
    public List<UnitReadiness> below(String code, LocalDate day) throws SQLException {
        return reader.list(BELOW, ReadinessQuery::read, day, code, code);
    }

    /** Agencies that work on that day and serve no unit of it: they count nowhere. */
    public long agenciesWithoutUnit(LocalDate day) throws SQLException {
        return reader.list(WITHOUT_UNIT, row -> row.getLong("agencies"), day).get(0);
    }

    private static UnitReadiness read(ResultSet row) throws SQLException {
        return new UnitReadiness(UnitView.read(row), Readiness.read(row));
    }
}
