package org.lienthong.streams.unit;

import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.UnitStatistics;

/** The figures of one unit with everything below it, in one sector and month. */
final class StatisticsSum {

    private final String key;
    private final UnitKey unit;
    private final @Nullable UnitLevel level;
    private final Sector sector;
    private final String month;
    private final Tally tally = new Tally();

    /**
     * @param key on the topic
     * @param level null: the reference data do not know the unit
     */
    StatisticsSum(String key, UnitKey unit, @Nullable UnitLevel level, Sector sector, String month) {
        this.key = key;
        this.unit = unit;
        this.level = level;
        this.sector = sector;
        this.month = month;
    }

    String key() {
        return key;
    }

    void add(Tally difference) {
        tally.add(difference);
    }

    /** The same without any figure. */
    StatisticsSum emptied() {
        return new StatisticsSum(key, unit, level, sector, month);
    }

    UnitStatistics toStatistics() {
        return UnitStatistics.newBuilder()
                .setUnitCode(unit.code())
                .setUnitValidFrom(unit.validFrom())
                .setSector(sector)
                .setMonth(month)
                .setLevel(level)
                .setFigures(tally.figures())
                .setWorkingTimes(tally.workingTimes())
                .build();
    }
}
