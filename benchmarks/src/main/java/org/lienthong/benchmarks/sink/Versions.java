package org.lienthong.benchmarks.sink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;
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
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        new DiLinhYear(SEED).emit(0, dossiers, DiLinhYear.END, new Listener(facts), opened -> {});
        RecordFold fold = new RecordFold(Job.reference(), Trace.NONE);
        Comparator<Fact> order = new FactCodec(Job.serdes()).foldOrder();
        Serializer<DossierRecord> serializer = serdes.of(Topics.DOSSIER_RECORDS).serializer();
        Versions versions = new Versions();
        facts.values().forEach(seen -> {
            List<Fact> distinct = seen.stream().sorted(order).distinct().toList();
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

    private static final class Listener extends SilentYear {

        private final Map<String, List<Fact>> facts;

        Listener(Map<String, List<Fact>> facts) {
            this.facts = facts;
        }

        @Override
        public void publish(DossierEvent event) {
            see(Fact.of(event));
        }

        @Override
        public void publish(PermitEvent event) {
            see(Fact.of(event));
        }

        private void see(Fact fact) {
            facts.computeIfAbsent(fact.dossierCode(), code -> new ArrayList<>(8))
                    .add(fact);
        }
    }
}
