package org.lienthong.streams.unit;

import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;

/** The figures of one cell over all partitions. */
final class CellSum {

    private final UnitPartial dimensions;
    private final Tally tally = new Tally();

    CellSum(UnitPartial dimensions) {
        this.dimensions = dimensions;
    }

    void add(Tally difference) {
        tally.add(difference);
    }

    UnitCell toCell() {
        return new UnitCell(
                dimensions.getUnitCode(),
                dimensions.getUnitValidFrom(),
                dimensions.getSector(),
                dimensions.getAgencyId(),
                dimensions.getProcedureCode(),
                dimensions.getChannel(),
                dimensions.getMonth(),
                tally.figures(),
                tally.workingTimes());
    }
}
