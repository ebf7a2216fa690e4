package org.lienthong.streams.unit;

import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.statistics.DossierContribution;

/** How finely dossiers are counted. */
public enum Detail {

    /** By all that a cell has in common: from cells the figures of any map of units follow, and of any procedure. */
    CELLS,

    /** By unit, sector and month alone: to be measured beside who counts no finer. */
    UNITS;

    CellDimensions cell(DossierContribution contribution) {
        CellDimensions cell = CellDimensions.of(contribution);
        return this == CELLS
                ? cell
                : new CellDimensions(
                        cell.unitCode(), cell.unitValidFrom(), cell.sector(), "", "", Channel.UNKNOWN, cell.month());
    }
}
