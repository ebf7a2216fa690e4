package org.lienthong.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;
import org.lienthong.streams.unit.ContributionRules;
import org.lienthong.streams.unit.UnitTree;

/** The same rules for every engine: the platform's. For one thread. */
final class Rules {

    private static final ThreadLocal<Rules> OWN = ThreadLocal.withInitial(Rules::new);

    private final AvroSerdes serdes = Job.serdes();
    private final FactCodec codec = new FactCodec(serdes);
    private final Comparator<Fact> foldOrder = codec.foldOrder();
    private final RecordFold fold = new RecordFold(Job.reference(), Trace.NONE);
    private final Serde<DossierRecord> records = serdes.of(Topics.DOSSIER_RECORDS);
    private final UnitTree units = Job.units();

    /** Of this thread. */
    static Rules own() {
        return OWN.get();
    }

    AvroSerdes serdes() {
        return serdes;
    }

    Serde<DossierRecord> records() {
        return records;
    }

    byte[] write(DossierRecord record) {
        return records.serializer().serialize(Topics.DOSSIER_RECORDS.name(), record);
    }

    /** A record that the fold can go on with: the lists as they are read do not take all that it does with them. */
    DossierRecord read(byte[] bytes) {
        DossierRecord record = records.deserializer().deserialize(Topics.DOSSIER_RECORDS.name(), bytes);
        record.setAliases(new ArrayList<>(record.getAliases()));
        record.setPermits(new ArrayList<>(record.getPermits()));
        record.setAnomalies(new ArrayList<>(record.getAnomalies()));
        record.setClaims(new ArrayList<>(record.getClaims()));
        return record;
    }

    RecordFold fold() {
        return fold;
    }

    Comparator<Fact> foldOrder() {
        return foldOrder;
    }

    UnitTree units() {
        return units;
    }

    Fact read(Event event) {
        String topic = event.permit() ? Topics.PERMIT_EVENTS.name() : Topics.DOSSIER_EVENTS.name();
        return codec.read(topic, new RecordHeaders(), event.value());
    }

    /** The same events in the order of the fold. */
    List<Event> inOrder(List<Event> events) {
        Map<Fact, Event> ordered = new TreeMap<>(foldOrder);
        events.forEach(event -> ordered.put(read(event), event));
        return new ArrayList<>(ordered.values());
    }

    /** What the dossier counts in its own unit. */
    UnitStatistics figures(DossierRecord record) {
        return Figures.of(contribution(record), this);
    }

    /** What the dossier counts, and where. */
    DossierContribution contribution(DossierRecord record) {
        return ContributionRules.contribution(record, units, Job.CLOCK.instant());
    }
}
