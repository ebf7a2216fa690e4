package org.lienthong.benchmarks.sink;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.benchmarks.engines.Lives;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;

/** Two versions of each dossier of a year, by the platform's own rules: without its last event, and with it. */
final class Versions {

    private static final long SEED = 2025;

    private final List<Version> first = new ArrayList<>();
    private final List<Version> changed = new ArrayList<>();

    private Versions() {}

    static Versions of(int dossiers, AvroSerdes serdes) {
        // In the order of filing: what changes at one time was filed not long apart.
        Lives lives = new Lives();
        new DiLinhYear(SEED).emit(0, dossiers, DiLinhYear.END, lives, opened -> {});
        RecordFold fold = new RecordFold(Job.reference(), Trace.NONE);
        Serializer<DossierRecord> serializer = serdes.of(Topics.DOSSIER_RECORDS).serializer();
        Versions versions = new Versions();
        lives.drain(distinct -> {
            DossierRecord record = RecordFold.blank(distinct.get(0));
            for (int i = 0; i < distinct.size(); i++) {
                fold.apply(record, distinct.get(i));
                if (i == Math.max(0, distinct.size() - 2)) {
                    versions.first.add(version(record, serializer));
                } else if (i == distinct.size() - 1) {
                    versions.changed.add(version(record, serializer));
                }
            }
        });
        return versions;
    }

    /** One of each dossier. */
    List<Version> first() {
        return first;
    }

    /** The next one, of each dossier that has more than one event. */
    List<Version> changed() {
        return changed;
    }

    private static Version version(DossierRecord record, Serializer<DossierRecord> serializer) {
        return new Version(
                record.getCode(), record.getEventCount(), serializer.serialize(Topics.DOSSIER_RECORDS.name(), record));
    }
}
