package org.lienthong.streams;

import java.time.Clock;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.deadline.DeadlineStage;
import org.lienthong.streams.reference.WorkingDaysTable;
import org.lienthong.streams.unit.Detail;
import org.lienthong.streams.unit.UnitCountStage;

/** The stages that follow the merge, each on records of dossiers that a test makes. */
public final class RecordStages {

    private static final String RECORDS = "read-dossier-records";

    private RecordStages() {}

    public static Topology deadlines(AvroSerdes serdes, Clock clock) {
        Topology topology = records(serdes);
        DeadlineStage.addTo(
                topology,
                WorkingDaysTable.addTo(topology, serdes),
                serdes,
                clock,
                DeadlineSettings.DEFAULTS,
                StateKeeping.ROCKSDB,
                RECORDS);
        return topology;
    }

    public static Topology count(AvroSerdes serdes, Clock clock) {
        Topology topology = records(serdes);
        UnitCountStage.addTo(topology, serdes, clock, StateKeeping.ROCKSDB, Detail.CELLS, RECORDS);
        return topology;
    }

    private static Topology records(AvroSerdes serdes) {
        return new Topology()
                .addSource(
                        RECORDS,
                        new StringDeserializer(),
                        serdes.of(Topics.DOSSIER_RECORDS).deserializer(),
                        Topics.DOSSIER_RECORDS.name());
    }
}
