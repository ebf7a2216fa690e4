package org.lienthong.reporting.sink;

import java.time.YearMonth;
import java.util.List;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/** The table of figures per unit, sector and month. */
final class StatisticsTable {

    private StatisticsTable() {}

    static SinkTable<UnitStatistics> statistics() {
        Upsert upsert = new Upsert(
                "lienthong.unit_statistics",
                List.of("unit_code", "unit_valid_from", "sector", "month"),
                "unit_code || '@' || unit_valid_from || '|' || sector || '|' || to_char(month, 'YYYY-MM')",
                List.of(
                        "level",
                        "received",
                        "in_progress",
                        "waiting_supplement",
                        "on_time",
                        "late",
                        "overdue",
                        "refused",
                        "withdrawn",
                        "suspended",
                        "online",
                        "paid_online",
                        "permits",
                        "anomalous"));
        return new KeyedTable<>(Topics.UNIT_STATISTICS, upsert, StatisticsTable::columns);
    }

    private static void columns(CopyRows row, String key, UnitStatistics s) {
        Figures f = s.getFigures();
        row.text(s.getUnitCode())
                .date(s.getUnitValidFrom())
                .name(s.getSector())
                .date(YearMonth.parse(s.getMonth()).atDay(1))
                .name(s.getLevel())
                .int8(f.getReceived())
                .int8(f.getInProgress())
                .int8(f.getWaitingSupplement())
                .int8(f.getOnTime())
                .int8(f.getLate())
                .int8(f.getOverdue())
                .int8(f.getRefused())
                .int8(f.getWithdrawn())
                .int8(f.getSuspended())
                .int8(f.getOnline())
                .int8(f.getPaidOnline())
                .int8(f.getPermits())
                .int8(f.getAnomalous());
    }
}
