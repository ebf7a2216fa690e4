package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;

/**
 * The cells of one partition. They are no state: at each start they are added up from the dossiers' contributions. One
 * that becomes empty is sent once more, as zero, in the transaction that takes its last dossier away.
 */
final class Cells {

    private final int partition;
    private final Map<CellDimensions, Tally> cells = new HashMap<>();
    private final Set<CellDimensions> changed = new LinkedHashSet<>();

    Cells(int partition) {
        this.partition = partition;
    }

    /** Adds {@code sign} times what a dossier contributes. */
    void count(DossierContribution contribution, int sign) {
        CellDimensions cell = CellDimensions.of(contribution);
        Tally tally = cells.get(cell);
        if (tally == null) {
            tally = new Tally();
            cells.put(cell.interned(), tally);
        }
        tally.add(contribution, sign);
        changed.add(cell);
    }

    /** Tells of every cell that changed since the last time: its key on the topic, and the figures as they are now. */
    void drain(BiConsumer<String, UnitPartial> reader) {
        for (CellDimensions cell : changed) {
            Tally tally = requireNonNull(cells.get(cell));
            reader.accept(cell.partialKey(partition), cell.partial(partition, tally));
            if (tally.isEmpty()) {
                cells.remove(cell);
            }
        }
        changed.clear();
    }
}
