package org.lienthong.streams.unit;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Counts the dossiers of each cell (unit, holder, sector, procedure, channel, month), partition by partition.
 *
 * <pre>
 * ref.units → load-units (in every instance)
 *                      ↓
 * records of dossiers → count-dossiers → unit.partials
 * </pre>
 */
public final class UnitCountStage {

    /** Where it stands in a topology: what it is sent are records, keyed by dossier code. */
    public static final String NODE = "count-dossiers";

    static final String CONTRIBUTIONS_STORE = "dossier-contributions";
    static final String COMMIT_STORE = "count-before-commit";

    private UnitCountStage() {}

    /**
     * Adds the stage to a topology.
     *
     * @param clock what "overdue now" is measured against
     * @param keeping where it is kept what each dossier counts
     * @param detail what the figures are broken down by
     * @param parent the node that sends it records
     */
    public static void addTo(
            Topology topology, AvroSerdes serdes, Clock clock, StateKeeping keeping, Detail detail, String parent) {
        GlobalTable<Unit> units = GlobalTable.addTo(topology, serdes, Topics.REF_UNITS, "units");
        topology.addProcessor(NODE, () -> new DossierCount(clock, units, detail), parent);
        topology.addStateStore(keeping.store(CONTRIBUTIONS_STORE, serdes.of(DossierContribution.class)), NODE);
        topology.addStateStore(BeforeCommit.store(COMMIT_STORE), NODE);
        topology.addSink(
                "write-unit-partials",
                Topics.UNIT_PARTIALS.name(),
                new StringSerializer(),
                serdes.of(Topics.UNIT_PARTIALS).serializer(),
                byGroup(),
                NODE);
    }

    /** All units of one sector and month meet in one partition, so that they can be added up there. */
    private static StreamPartitioner<String, UnitPartial> byGroup() {
        return (topic, key, value, partitions) ->
                Optional.of(Set.of(Utils.toPositive(Utils.murmur2(Utils.utf8(UnitKey.group(key)))) % partitions));
    }
}
