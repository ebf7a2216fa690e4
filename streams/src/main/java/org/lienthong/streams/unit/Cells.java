package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Cells while they are added up, and which of them changed since they were last sent. One that becomes empty is sent
 * once more, as zero, and forgotten.
 */
final class Cells {

    private final Map<CellDimensions, Tally> cells = new HashMap<>();
    private final Set<CellDimensions> changed = new LinkedHashSet<>();

    /** The figures of the cell, to be changed by the caller. */
    Tally change(CellDimensions cell) {
        changed.add(cell);
        Tally known = cells.get(cell);
        if (known != null) {
            return known;
        }
        Tally tally = new Tally();
        cells.put(cell.interned(), tally);
        return tally;
    }

    /** Tells of every cell that changed since the last time, with its figures as they are now. */
    void drain(BiConsumer<CellDimensions, Tally> reader) {
        for (CellDimensions cell : changed) {
            Tally tally = requireNonNull(cells.get(cell));
            reader.accept(cell, tally);
            if (tally.isEmpty()) {
                cells.remove(cell);
            }
        }
        changed.clear();
    }
}
