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

    private static final String COLUMNS = "code, valid_from, valid_to, level, name, parent_code";
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
                NULL AS parent_code
            FROM lienthong.unit_statistics WHERE unit_code = ? AND level IS NULL LIMIT 1
            """;

    private final Reader reader;

    public UnitQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param on only units valid on this day; null: of all times */
    public List<UnitView> units(@Nullable LocalDate on) throws SQLException {
        return reader.list(UNITS, UnitView::read, on);
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
