package org.lienthong.streams.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;

/**
 * A unit in the figures: its identity and its level.
 *
 * @param level null where the reference data does not know the unit
 */
record UnitKey(String code, LocalDate validFrom, @Nullable UnitLevel level) {

    static UnitKey of(UnitPartial partial) {
        return new UnitKey(partial.getUnitCode(), partial.getUnitValidFrom(), partial.getLevel());
    }

    /** Reads what {@link #ancestor} wrote. */
    static UnitKey parse(String ancestor) {
        int at = ancestor.indexOf('@');
        int bar = ancestor.indexOf('|');
        return new UnitKey(
                ancestor.substring(0, at),
                LocalDate.parse(ancestor.substring(at + 1, bar)),
                UnitLevel.valueOf(ancestor.substring(bar + 1)));
    }

    /** {@code code@validFrom|level} */
    static String ancestor(Unit unit) {
        return unit.getCode() + "@" + unit.getValidFrom() + "|" + unit.getLevel();
    }

    /** Key of unit.statistics: {@code code@validFrom|sector|month}. */
    String statisticsKey(Sector sector, String month) {
        return code + "@" + validFrom + "|" + sector + "|" + month;
    }

    /** Key of a partial within its partition: {@code sector|month|code@validFrom}. */
    static String partialKey(DossierContribution c) {
        return c.getSector() + "|" + c.getMonth() + "|" + c.getUnitCode() + "@" + c.getUnitValidFrom();
    }

    /** {@code sector|month}: all units of one go to one partition, where they are added up. */
    static String group(String partialKey) {
        return partialKey.substring(0, partialKey.indexOf('|', partialKey.indexOf('|') + 1));
    }
}
