package org.lienthong.streams.unit;

import java.time.LocalDate;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;

/** A cell: what its dossiers have in common. */
record CellDimensions(
        String unitCode,
        LocalDate unitValidFrom,
        Sector sector,
        String agencyId,
        String procedureCode,
        Channel channel,
        String month) {

    static CellDimensions of(DossierContribution c) {
        return new CellDimensions(
                c.getUnitCode(),
                c.getUnitValidFrom(),
                c.getSector(),
                c.getAgencyId(),
                c.getProcedureCode(),
                c.getChannel(),
                c.getMonth());
    }

    static CellDimensions of(UnitPartial p) {
        return new CellDimensions(
                p.getUnitCode(),
                p.getUnitValidFrom(),
                p.getSector(),
                p.getAgencyId(),
                p.getProcedureCode(),
                p.getChannel(),
                p.getMonth());
    }

    /** The same, to be kept: there are many cells, and few different texts, which are then in memory once. */
    CellDimensions interned() {
        return new CellDimensions(
                unitCode.intern(),
                unitValidFrom,
                sector,
                agencyId.intern(),
                procedureCode.intern(),
                channel,
                month.intern());
    }

    /** Key of unit.cells: {@code sector|month|code@validFrom|agency|procedure|channel}. */
    String key() {
        return sector + "|" + month + "|" + unitCode + "@" + unitValidFrom + "|" + agencyId + "|" + procedureCode + "|"
                + channel;
    }

    /** Key of unit.partials: the cell's, and the partition that it was counted in. */
    String partialKey(int partition) {
        return key() + "|" + partition;
    }

    /** The cell as one partition counts it. */
    UnitPartial partial(int partition, Tally tally) {
        return new UnitPartial(
                unitCode,
                unitValidFrom,
                sector,
                agencyId,
                procedureCode,
                channel,
                month,
                partition,
                tally.figures(),
                tally.workingTimes());
    }

    /** The cell over all partitions. */
    UnitCell cell(Tally tally) {
        return new UnitCell(
                unitCode,
                unitValidFrom,
                sector,
                agencyId,
                procedureCode,
                channel,
                month,
                tally.figures(),
                tally.workingTimes());
    }
}
