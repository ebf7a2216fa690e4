package org.lienthong.streams.unit;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/**
 * Adds the partial figures up: over partitions, and from commune to district to province.
 *
 * <pre>
 * unit.partials → sum-units → unit.statistics
 * </pre>
 */
public final class UnitRollupTopology {

    /** Application id, and prefix of the changelogs: changing it loses the state of a running deployment. */
    public static final String NAME = "unit-rollup";

    static final String PARTIALS_STORE = "partials";
    static final String SUMS_STORE = "sums";
    private static final String READ = "read-unit-partials";
    private static final String SUM = "sum-units";

    private UnitRollupTopology() {}

    public static Topology build(AvroSerdes serdes) {
        Topology topology = new Topology();
        topology.addSource(
                READ,
                new StringDeserializer(),
                serdes.of(Topics.UNIT_PARTIALS).deserializer(),
                Topics.UNIT_PARTIALS.name());
        topology.addProcessor(SUM, UnitSum::new, READ);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PARTIALS_STORE), Serdes.String(), serdes.of(UnitPartial.class)),
                SUM);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SUMS_STORE), Serdes.String(), serdes.of(UnitStatistics.class)),
                SUM);
        topology.addSink(
                "write-unit-statistics",
                Topics.UNIT_STATISTICS.name(),
                new StringSerializer(),
                serdes.of(Topics.UNIT_STATISTICS).serializer(),
                SUM);
        return topology;
    }
}
