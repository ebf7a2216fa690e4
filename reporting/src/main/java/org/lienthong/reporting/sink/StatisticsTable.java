package org.lienthong.reporting.sink;

import static org.lienthong.reporting.figures.Figures.COLUMNS;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/** The tables of figures: of units with everything below them, and of cells, the finest grain. */
final class StatisticsTable {

    private static final List<String> TIMES = List.of("time_bins", "time_counts");

    private StatisticsTable() {}

    static SinkTable<UnitStatistics> statistics() {
        Upsert upsert = new Upsert(
                "lienthong.unit_statistics",
                List.of("unit_code", "unit_valid_from", "sector", "month"),
                "unit_code || '@' || unit_valid_from || '|' || sector || '|' || to_char(month, 'YYYY-MM')",
                columns(List.of("level")));
        return new KeyedTable<>(Topics.UNIT_STATISTICS, upsert, (row, key, s) -> {
            row.text(s.getUnitCode())
                    .date(s.getUnitValidFrom())
                    .name(s.getSector())
                    .date(YearMonth.parse(s.getMonth()).atDay(1))
                    .name(s.getLevel());
            figures(row, s.getFigures(), s.getWorkingTimes());
        });
    }

    static SinkTable<UnitCell> cells() {
        Upsert upsert = new Upsert(
                "lienthong.figure_cells",
                List.of("unit_code", "unit_valid_from", "month", "sector", "procedure_code", "channel", "agency_id"),
                "sector || '|' || to_char(month, 'YYYY-MM') || '|' || unit_code || '@' || unit_valid_from || '|'"
                        + " || agency_id || '|' || procedure_code || '|' || channel",
                columns(List.of()));
        return new KeyedTable<>(Topics.UNIT_CELLS, upsert, (row, key, c) -> {
            row.text(c.getUnitCode())
                    .date(c.getUnitValidFrom())
                    .date(YearMonth.parse(c.getMonth()).atDay(1))
                    .name(c.getSector())
                    .text(c.getProcedureCode())
                    .name(c.getChannel())
                    .text(c.getAgencyId());
            figures(row, c.getFigures(), c.getWorkingTimes());
        });
    }

    private static List<String> columns(List<String> first) {
        return Stream.of(first, COLUMNS, TIMES).flatMap(List::stream).toList();
    }

    private static void figures(CopyRows row, Figures figures, List<TimeBin> times) {
        for (int field = 0; field < COLUMNS.size(); field++) {
            row.int8((Long) figures.get(field));
        }
        row.int4s(times.stream().map(TimeBin::getBin).toList());
        row.int8s(times.stream().map(TimeBin::getCount).toList());
    }
}
