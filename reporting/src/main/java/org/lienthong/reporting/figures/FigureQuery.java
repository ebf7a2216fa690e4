package org.lienthong.reporting.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.units.UnitView;

/** Figures of one unit or agency, on any map, divided as asked. */
public final class FigureQuery {

    private final Reader reader;

    public FigureQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param unit known to the reference data, or a code that figures alone know */
    public Statistics ofUnit(UnitView unit, MapChoice map, CellFilter filter, Grouping by) throws SQLException {
        boolean coarse = filter.isCoarse() && by.isCoarse();
        String sql;
        if (unit.level() == null) {
            sql = CellSql.ofUnknownUnit(by);
        } else if (map.day() == null && coarse) {
            sql = CellSql.ofUnitCoarse(by);
        } else {
            sql = CellSql.ofUnit(map, by, coarse);
        }
        return statistics(lines(sql, unit.code(), unit.validFrom(), map, filter), by);
    }

    /** What the agency and all below it hold now, wherever it was filed. */
    public Statistics ofAgency(String agencyId, CellFilter filter, Grouping by) throws SQLException {
        return statistics(lines(CellSql.ofAgency(by), agencyId, null, MapChoice.AS_FILED, filter), by);
    }

    /**
     * Figures of the units directly below, by {@code code@validFrom}; those without any are left out. Areas overlap
     * communes: do not add both.
     */
    public Map<String, Figures> ofChildren(UnitView unit, MapChoice map, CellFilter filter) throws SQLException {
        boolean coarse = filter.isCoarse();
        String sql = map.day() == null && coarse ? CellSql.ofChildrenCoarse() : CellSql.ofChildren(map, coarse);
        Map<String, Figures> children = new LinkedHashMap<>();
        for (Line line : lines(sql, unit.code(), unit.validFrom(), map, filter)) {
            if (line.figures() != null) {
                children.put(line.name(), line.figures());
            }
        }
        return children;
    }

    private List<Line> lines(String sql, String code, @Nullable LocalDate validFrom, MapChoice map, CellFilter filter)
            throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(code, validFrom, map.day()));
        parameters.addAll(Arrays.asList(filter.parameters()));
        return reader.list(
                sql,
                row -> new Line(row.getString("name"), Figures.readWithTimes(row), row.getLong("divided_received")),
                parameters.toArray());
    }

    private static Statistics statistics(List<Line> lines, Grouping by) {
        Figures total = null;
        long divided = 0;
        List<Statistics.Group> groups = new ArrayList<>();
        for (Line line : lines) {
            total = Figures.sum(total, line.figures());
            divided += line.divided();
            groups.add(new Statistics.Group(line.name(), line.figures()));
        }
        return new Statistics(total, divided, by == Grouping.NONE ? List.of() : groups);
    }

    private record Line(String name, @Nullable Figures figures, long divided) {}
}
