package org.lienthong.streams.unit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Adds the partial figures up: over partitions, and from commune to district to province.
 *
 * <pre>
 * ref.units → load-units (in every instance)
 *                ↓
 * unit.partials → sum-units → unit.cells, unit.statistics
 * </pre>
 */
public final class UnitRollupTopology {

    /** Application id, and prefix of the changelogs: changing it loses the state of a running deployment. */
    public static final String NAME = "unit-rollup";

    static final String PARTIALS_STORE = "partials";
    static final String COMMIT_STORE = "sum-before-commit";
    static final String WRITE_CELLS = "write-unit-cells";
    static final String WRITE_STATISTICS = "write-unit-statistics";
    private static final String READ = "read-unit-partials";
    private static final String SUM = "sum-units";

    private UnitRollupTopology() {}

    public static Topology build(AvroSerdes serdes) {
        return build(serdes, Detail.CELLS);
    }

    /** @param detail of the partials that it is to read; finer sums than it are not made */
    public static Topology build(AvroSerdes serdes, Detail detail) {
        Topology topology = new Topology();
        Deserializer<UnitPartial> partials = serdes.of(Topics.UNIT_PARTIALS).deserializer();
        GlobalTable<Unit> units = GlobalTable.addTo(topology, serdes, Topics.REF_UNITS, "units");
        // The topic is compacted and has the latest of every key: it is the store's changelog, and is not written
        // twice.
        topology.addReadOnlyStateStore(
                StateKeeping.HEAP.store(PARTIALS_STORE, Serdes.ByteArray()).withLoggingDisabled(),
                READ,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.UNIT_PARTIALS.name(),
                SUM,
                alsoForwards(() -> new UnitSum(units, partials, detail)));
        topology.addStateStore(BeforeCommit.store(COMMIT_STORE), SUM);
        topology.addSink(
                WRITE_CELLS,
                Topics.UNIT_CELLS.name(),
                new StringSerializer(),
                serdes.of(Topics.UNIT_CELLS).serializer(),
                SUM);
        topology.addSink(
                WRITE_STATISTICS,
                Topics.UNIT_STATISTICS.name(),
                new StringSerializer(),
                serdes.of(Topics.UNIT_STATISTICS).serializer(),
                SUM);
        return topology;
    }

    /** Kafka Streams expects of a processor that keeps such a store that it does nothing else; it may, all the same. */
    @SuppressWarnings("unchecked")
    private static ProcessorSupplier<String, byte[], Void, Void> alsoForwards(
            ProcessorSupplier<String, byte[], String, SpecificRecord> supplier) {
        return (ProcessorSupplier<String, byte[], Void, Void>) (ProcessorSupplier<?, ?, ?, ?>) supplier;
    }
}
