package org.lienthong.streams.unit;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;
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
 *                  ↓
 * dossier.records → count-dossiers → unit.partials
 * </pre>
 */
public final class UnitCountTopology {

    /** Application id, and prefix of the changelogs: changing it loses the state of a running deployment. */
    public static final String NAME = "unit-count";

    static final String CONTRIBUTIONS_STORE = "dossier-contributions";
    static final String CELLS_STORE = "cells";
    static final String DEADLINES_STORE = "deadlines";
    private static final String READ = "read-dossier-records";
    private static final String COUNT = "count-dossiers";

    private UnitCountTopology() {}

    /** @param clock what "overdue now" is measured against */
    public static Topology build(AvroSerdes serdes, Clock clock) {
        Topology topology = new Topology();
        GlobalTable<Unit> units = GlobalTable.addTo(topology, serdes, Topics.REF_UNITS, "units");
        topology.addSource(
                READ,
                new StringDeserializer(),
                serdes.of(Topics.DOSSIER_RECORDS).deserializer(),
                Topics.DOSSIER_RECORDS.name());
        topology.addProcessor(COUNT, () -> new DossierCount(clock, units), READ);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(CONTRIBUTIONS_STORE),
                                Serdes.String(),
                                serdes.of(DossierContribution.class))
                        .withCachingEnabled(),
                COUNT);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CELLS_STORE), Serdes.String(), serdes.of(UnitPartial.class)),
                COUNT);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DEADLINES_STORE), Serdes.Bytes(), Serdes.ByteArray()),
                COUNT);
        topology.addSink(
                "write-unit-partials",
                Topics.UNIT_PARTIALS.name(),
                new StringSerializer(),
                serdes.of(Topics.UNIT_PARTIALS).serializer(),
                byGroup(),
                COUNT);
        return topology;
    }

    /** All units of one sector and month meet in one partition, so that they can be added up there. */
    private static StreamPartitioner<String, UnitPartial> byGroup() {
        return (topic, key, value, partitions) ->
                Optional.of(Set.of(Utils.toPositive(Utils.murmur2(Utils.utf8(UnitKey.group(key)))) % partitions));
    }
}
