package org.lienthong.streams.unit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.UnitPartial;

/** A unit in the figures: its identity. */
record UnitKey(String code, LocalDate validFrom) {

    static UnitKey of(Unit unit) {
        return new UnitKey(unit.getCode(), unit.getValidFrom());
    }

    static UnitKey of(UnitPartial partial) {
        return new UnitKey(partial.getUnitCode(), partial.getUnitValidFrom());
    }

    /**
     * The day by which it is said what stands above the unit for the dossiers of a month: the first on which the unit
     * and the month both are.
     */
    LocalDate dayIn(String month) {
        LocalDate first = YearMonth.parse(month).atDay(1);
        return first.isBefore(validFrom) ? validFrom : first;
    }

    /** Key of unit.statistics: {@code code@validFrom|sector|month}. */
    String statisticsKey(Sector sector, String month) {
        return code + "@" + validFrom + "|" + sector + "|" + month;
    }

    /** {@code sector|month}: all units of one go to one partition, where they are added up. */
    static String group(String partialKey) {
        return partialKey.substring(0, partialKey.indexOf('|', partialKey.indexOf('|') + 1));
    }
}
