package org.lienthong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.figures.CellFilter;
import org.lienthong.reporting.figures.FigureQuery;
import org.lienthong.reporting.figures.Figures;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.figures.Period;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;

/** Counts dossiers one by one, for every unit of every map, and compares what the figures say. */
final class FiguresOfDossiers {

    private static final String COUNTED = """
            count(*) AS received,
                count(*) FILTER (WHERE d.finished_at <= coalesce(d.due_at, 'infinity')) AS on_time,
                count(*) FILTER (WHERE d.finished_at > d.due_at) AS late,
                count(*) FILTER (WHERE d.channel = 'ONLINE') AS online
            FROM lienthong.dossiers d
                JOIN lienthong.units u ON u.code = d.unit_code
                    AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
            """;

    /** What stands above a unit is said by the map of the month of filing, or of the day on which the unit began. */
    private static final String AS_FILED =
            "SELECT t.above_code, t.above_valid_from, NULL::date AS day, " + COUNTED + """
                JOIN lienthong.maps m
                    ON greatest(date_trunc('month', d.filed_on)::date, u.valid_from) BETWEEN m.map_from AND m.map_to
                JOIN lienthong.unit_tree t ON t.map_from = m.map_from AND (t.code, t.valid_from) = (u.code, u.valid_from)
            WHERE d.status IS NOT NULL GROUP BY 1, 2
            """;

    private static final String RESTATED =
            "SELECT t.above_code, t.above_valid_from, m.map_from AS day, " + COUNTED + """
                JOIN lienthong.unit_maps m ON (m.code, m.valid_from) = (u.code, u.valid_from)
                JOIN lienthong.unit_tree t ON t.map_from = m.map_from
                    AND (t.code, t.valid_from) = (m.target_code, m.target_valid_from)
            WHERE d.status IS NOT NULL GROUP BY 1, 2, 3
            """;

    private FiguresOfDossiers() {}

    private record Counted(String code, LocalDate validFrom, MapChoice map, List<Long> counts) {}

    /** @return how many units were compared */
    static int compare(DataSource database) throws SQLException {
        Reader reader = new Reader(database);
        FigureQuery figures = new FigureQuery(database);
        UnitQuery units = new UnitQuery(database);
        int compared = 0;
        for (String sql : List.of(AS_FILED, RESTATED)) {
            for (Counted counted : reader.list(
                    sql,
                    row -> new Counted(
                            row.getString("above_code"),
                            row.getObject("above_valid_from", LocalDate.class),
                            new MapChoice(Reader.date(row, "day")),
                            List.of(
                                    row.getLong("received"),
                                    row.getLong("on_time"),
                                    row.getLong("late"),
                                    row.getLong("online"))))) {
                UnitView unit = units.unit(counted.code(), counted.validFrom()).orElseThrow();
                for (Grouping by : List.of(Grouping.NONE, Grouping.PROCEDURE)) { // sums of the stream, and cells
                    Figures said = figures.ofUnit(unit, counted.map(), CellFilter.of(Period.ALL), by)
                            .figures();
                    assertThat(said).as(counted.toString()).isNotNull();
                    assertThat(List.of(said.received(), said.onTime(), said.late(), said.count("online")))
                            .as("%s by %s", counted, by)
                            .isEqualTo(counted.counts());
                }
                compared++;
            }
        }
        return compared;
    }
}
