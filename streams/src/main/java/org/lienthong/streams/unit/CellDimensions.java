package org.lienthong.streams.unit;

import java.time.LocalDate;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;

/** What the dossiers of a cell have in common. There are many cells, whose few different texts are kept once. */
record CellDimensions(
        String unitCode,
        LocalDate unitValidFrom,
        Sector sector,
        String agencyId,
        String procedureCode,
        Channel channel,
        String month) {

    CellDimensions {
        unitCode = unitCode.intern();
        agencyId = agencyId.intern();
        procedureCode = procedureCode.intern();
        month = month.intern();
    }

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
