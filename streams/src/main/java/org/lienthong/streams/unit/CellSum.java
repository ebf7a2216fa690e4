package org.lienthong.streams.unit;

import org.lienthong.schemas.statistics.UnitCell;

/** The figures of one cell over all partitions. */
final class CellSum {

    private final CellDimensions dimensions;
    private final Tally tally = new Tally();

    CellSum(CellDimensions dimensions) {
        this.dimensions = dimensions;
    }

    void add(Tally difference) {
        tally.add(difference);
    }

    UnitCell toCell() {
        return dimensions.cell(tally);
    }
}
