package org.lienthong.streams.deadline;

import java.time.Clock;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.reference.WorkingDaysTable;

/**
 * Raises an alert when a dossier comes due or is overdue, and takes it back or closes it when that is no longer so.
 *
 * <pre>
 * ref.working-days → load-working-days (in every instance)
 *                          ↓
 * dossier.records → watch-deadlines → deadline.alerts
 * </pre>
 */
public final class DeadlineTopology {

    /** Application id, and prefix of the changelogs: changing it loses the state of a running deployment. */
    public static final String NAME = "deadline-watch";

    static final String WATCHES_STORE = "watches";
    static final String TIMERS_STORE = "timers";
    private static final String READ = "read-dossier-records";
    private static final String WATCH = "watch-deadlines";

    private DeadlineTopology() {}

    /** @param clock what "due soon" and "overdue now" are measured against */
    public static Topology build(AvroSerdes serdes, Clock clock, DeadlineSettings settings) {
        Topology topology = new Topology();
        WorkingDaysTable workingDays = WorkingDaysTable.addTo(topology, serdes);
        topology.addSource(
                READ,
                new StringDeserializer(),
                serdes.of(Topics.DOSSIER_RECORDS).deserializer(),
                Topics.DOSSIER_RECORDS.name());
        topology.addProcessor(WATCH, () -> new DeadlineWatch(clock, settings.warning(), workingDays), READ);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(WATCHES_STORE), Serdes.String(), WatchCodec.serde())
                        .withCachingEnabled(),
                WATCH);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(TIMERS_STORE), Serdes.Bytes(), Serdes.ByteArray()),
                WATCH);
        topology.addSink(
                "write-deadline-alerts",
                Topics.DEADLINE_ALERTS.name(),
                new StringSerializer(),
                serdes.of(Topics.DEADLINE_ALERTS).serializer(),
                WATCH);
        return topology;
    }
}
