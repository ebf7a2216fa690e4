package org.lienthong.reporting.units;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;

/** The dated units, and the maps that they make. */
public final class UnitQuery {

    private static final String COLUMNS = "code, valid_from, valid_to, level, name, parent_code, latitude, longitude";
    private static final String UNITS = """
            WITH scope AS (SELECT ?::date AS day)
            SELECT %s FROM lienthong.units, scope
            WHERE day IS NULL OR day BETWEEN valid_from AND coalesce(valid_to, 'infinity')
            ORDER BY code, valid_from
            """.formatted(COLUMNS);
    private static final String UNIT = """
            WITH scope AS (SELECT ?::text AS wanted, ?::date AS day)
            SELECT %s FROM lienthong.units, scope
            WHERE code = wanted AND (day IS NULL OR day BETWEEN valid_from AND coalesce(valid_to, 'infinity'))
            ORDER BY valid_from DESC LIMIT 1
            """.formatted(COLUMNS);
    private static final String UNKNOWN_UNIT = """
            SELECT unit_code AS code, unit_valid_from AS valid_from, NULL::date AS valid_to, NULL AS level, NULL AS name,
                NULL AS parent_code, NULL::double precision AS latitude, NULL::double precision AS longitude
            FROM lienthong.unit_statistics WHERE unit_code = ? AND level IS NULL LIMIT 1
            """;
    /** Of the unit's own time; on a map only those that are on it. */
    private static final String CHILDREN = """
            WITH scope AS (SELECT ?::text AS wanted, ?::date AS since, ?::date AS day)
            SELECT u.code, u.valid_from, u.valid_to, u.level, u.name, u.parent_code, u.latitude, u.longitude
            FROM scope
                JOIN lienthong.units p ON (p.code, p.valid_from) = (wanted, since)
                JOIN lienthong.units u ON (u.parent_code = p.code OR u.code = ANY (p.members))
                    AND u.valid_from <= coalesce(p.valid_to, 'infinity')
                    AND coalesce(u.valid_to, 'infinity') >= p.valid_from
            WHERE day IS NULL OR day BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
            ORDER BY u.level = 'AREA', u.code, u.valid_from
            """;

    private static final String PATH = """
            WITH RECURSIVE above AS (
                SELECT u.*, 0 AS depth FROM lienthong.units u WHERE (u.code, u.valid_from) = (?::text, ?::date)
                UNION
                SELECT p.*, a.depth + 1
                FROM above a JOIN lienthong.units p ON p.code = a.parent_code
                    AND a.valid_from BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity')
                WHERE a.depth < 5)
            SELECT %s FROM above WHERE depth > 0 ORDER BY depth DESC
            """.formatted(COLUMNS);

    private final Reader reader;

    public UnitQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param on only units valid on this day; null: of all times */
    public List<UnitView> units(@Nullable LocalDate on) throws SQLException {
        return reader.list(UNITS, UnitView::read, on);
    }

    /**
     * The units directly below, areas last.
     *
     * @param day only those that are on the map of this day; null: of the unit's whole time
     */
    public List<UnitView> children(UnitView unit, @Nullable LocalDate day) throws SQLException {
        return reader.list(CHILDREN, UnitView::read, unit.code(), unit.validFrom(), day);
    }

    /** The units above it when it began, the top first. */
    public List<UnitView> path(UnitView unit) throws SQLException {
        return reader.list(PATH, UnitView::read, unit.code(), unit.validFrom());
    }

    /**
     * The unit that has this code.
     *
     * @param on the day on which the code is meant; null: its newest meaning. A code that only figures know has no
     *     dates and fits every day
     */
    public Optional<UnitView> unit(String code, @Nullable LocalDate on) throws SQLException {
        List<UnitView> known = reader.list(UNIT, UnitView::read, code, on);
        return (known.isEmpty() ? reader.list(UNKNOWN_UNIT, UnitView::read, code) : known)
                .stream().findFirst();
    }

    /** The stretches of time in which the map of all units stayed the same, in order. */
    public static List<MapPeriod> periods(List<UnitView> allUnits) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (UnitView unit : allUnits) {
            changes.add(unit.validFrom());
            if (unit.validTo() != null) {
                changes.add(unit.validTo().plusDays(1));
            }
        }
        List<MapPeriod> periods = new ArrayList<>();
        for (LocalDate from : changes) {
            LocalDate next = changes.higher(from);
            periods.add(new MapPeriod(from, next == null ? null : next.minusDays(1)));
        }
        return periods;
    }

    /** @param to its last day; null: until now */
    public record MapPeriod(LocalDate from, @Nullable LocalDate to) {}
}
