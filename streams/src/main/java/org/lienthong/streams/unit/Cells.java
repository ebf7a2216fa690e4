package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;

/**
 * The cells of one partition, added up in memory from the dossiers' contributions at each start. The store keeps no
 * figures, only which cells there ever were: one that has become empty must still be sent, as zero.
 */
final class Cells {

    private final KeyValueStore<String, UnitPartial> known;
    private final int partition;
    private final Map<String, Cell> cells = new HashMap<>();

    private record Cell(CellDimensions dimensions, Tally tally) {}

    Cells(KeyValueStore<String, UnitPartial> known, int partition) {
        this.known = known;
        this.partition = partition;
        try (KeyValueIterator<String, UnitPartial> all = known.all()) {
            all.forEachRemaining(cell -> cells.put(cell.key, new Cell(CellDimensions.of(cell.value), new Tally())));
        }
    }

    /**
     * Adds {@code sign} times what a dossier contributes.
     *
     * @return the key of its cell
     */
    String count(DossierContribution contribution, int sign) {
        String key = UnitKey.cellKey(contribution);
        Cell cell = cells.get(key);
        if (cell == null) {
            cell = new Cell(CellDimensions.of(contribution), new Tally());
            cells.put(key, cell);
            known.put(key, cell.dimensions().partial(partition, cell.tally()));
        }
        cell.tally().add(contribution, sign);
        return key;
    }

    Set<String> all() {
        return cells.keySet();
    }

    /** The figures of a cell that there is, as they stand now. */
    UnitPartial partial(String key) {
        Cell cell = requireNonNull(cells.get(key));
        return cell.dimensions().partial(partition, cell.tally());
    }
}
