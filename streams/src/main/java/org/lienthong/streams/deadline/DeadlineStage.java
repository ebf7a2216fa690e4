package org.lienthong.streams.deadline;

import java.time.Clock;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.reference.WorkingDaysTable;

/**
 * Raises an alert when a dossier comes due or is overdue, and takes it back or closes it when that is no longer so.
 *
 * <pre>
 * ref.working-days → (in every instance)
 *                          ↓
 * records of dossiers → watch-deadlines → deadline.alerts
 * </pre>
 */
public final class DeadlineStage {

    /** Where it stands in a topology: what it is sent are records, keyed by dossier code. */
    public static final String NODE = "watch-deadlines";

    static final String WATCHES_STORE = "watches";

    private DeadlineStage() {}

    /**
     * Adds the stage to a topology.
     *
     * @param clock what "due soon" and "overdue now" are measured against
     * @param keeping where the dossiers that are watched are kept
     * @param parent the node that sends it records
     */
    public static void addTo(
            Topology topology,
            WorkingDaysTable workingDays,
            AvroSerdes serdes,
            Clock clock,
            DeadlineSettings settings,
            StateKeeping keeping,
            String parent) {
        topology.addProcessor(NODE, () -> new DeadlineWatch(clock, settings.warning(), workingDays), parent);
        topology.addStateStore(keeping.store(WATCHES_STORE, WatchCodec.serde()), NODE);
        topology.addSink(
                "write-deadline-alerts",
                Topics.DEADLINE_ALERTS.name(),
                new StringSerializer(),
                serdes.of(Topics.DEADLINE_ALERTS).serializer(),
                NODE);
    }
}
