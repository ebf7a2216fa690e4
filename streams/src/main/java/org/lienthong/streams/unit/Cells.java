package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitPartial;

/**
 * The cells of one partition, added up in memory from the dossiers' contributions at each start. The store keeps no
 * figures, only which cells there ever were: one that has become empty must still be sent, as zero.
 */
final class Cells {

    private final KeyValueStore<String, UnitPartial> known;
    private final int partition;
    private final Map<String, Cell> cells = new HashMap<>();

    /** @param dimensions a partial without figures */
    private record Cell(UnitPartial dimensions, Tally tally) {}

    Cells(KeyValueStore<String, UnitPartial> known, int partition) {
        this.known = known;
        this.partition = partition;
        try (KeyValueIterator<String, UnitPartial> all = known.all()) {
            all.forEachRemaining(cell -> cells.put(cell.key, new Cell(cell.value, new Tally())));
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
            cell = new Cell(dimensions(contribution), new Tally());
            cells.put(key, cell);
            known.put(key, cell.dimensions());
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
        return UnitPartial.newBuilder(cell.dimensions())
                .setFigures(cell.tally().figures())
                .setWorkingTimes(cell.tally().workingTimes())
                .build();
    }

    private UnitPartial dimensions(DossierContribution c) {
        return UnitPartial.newBuilder()
                .setUnitCode(c.getUnitCode())
                .setUnitValidFrom(c.getUnitValidFrom())
                .setSector(c.getSector())
                .setAgencyId(c.getAgencyId())
                .setProcedureCode(c.getProcedureCode())
                .setChannel(c.getChannel())
                .setMonth(c.getMonth())
                .setPartition(partition)
                .setFigures(new Figures())
                .build();
    }
}
