package org.lienthong.reporting.figures;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;

/** A unit at a glance: its figures, those of what is below it, and how they came about. */
public final class OverviewQuery {

    private final FigureQuery figures;
    private final SummaryQuery summaries;
    private final UnitQuery units;

    public OverviewQuery(DataSource database) {
        this.figures = new FigureQuery(database);
        this.summaries = new SummaryQuery(database);
        this.units = new UnitQuery(database);
    }

    public Overview overview(UnitView unit, MapChoice map, CellFilter filter) throws SQLException {
        // Read first: what is written meanwhile is then announced once more, never missed.
        Freshness freshness = summaries.freshness();
        Statistics months = figures.ofUnit(unit, map, filter, Grouping.MONTH);
        Statistics sectors = figures.ofUnit(unit, map, filter, Grouping.SECTOR);
        Map<String, Figures> below = figures.ofChildren(unit, map, filter);
        List<UnitFigures> children = units.children(unit, map.day()).stream()
                .map(child -> new UnitFigures(child, below.get(child.code() + "@" + child.validFrom())))
                .toList();
        return new Overview(
                unit,
                map,
                units.path(unit),
                months.figures(),
                months.divided(),
                children,
                months.groups(),
                sectors.groups(),
                freshness);
    }
}
