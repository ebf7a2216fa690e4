package org.lienthong.streams.unit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.DossierContribution;
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

    /** Key of a cell: {@code sector|month|code@validFrom|agency|procedure|channel}. */
    static String cellKey(DossierContribution c) {
        return c.getSector() + "|" + c.getMonth() + "|" + c.getUnitCode() + "@" + c.getUnitValidFrom() + "|"
                + c.getAgencyId() + "|" + c.getProcedureCode() + "|" + c.getChannel();
    }

    /** Key of unit.partials: the cell's, and the partition that it was counted in. */
    static String partialKey(String cellKey, int partition) {
        return cellKey + "|" + partition;
    }

    /** The cell of a partial. */
    static String cellOf(String partialKey) {
        return partialKey.substring(0, partialKey.lastIndexOf('|'));
    }

    /** {@code sector|month}: all units of one go to one partition, where they are added up. */
    static String group(String partialKey) {
        return partialKey.substring(0, partialKey.indexOf('|', partialKey.indexOf('|') + 1));
    }
}
