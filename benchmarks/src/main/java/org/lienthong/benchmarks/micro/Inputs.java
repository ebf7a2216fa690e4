package org.lienthong.benchmarks.micro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.HistoryEntry;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.dossier.ReferenceReader;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.record.Trace;
import org.lienthong.streams.reference.ProcedureLimits;

/**
 * The first dossiers of the year of Di Linh, the same in every run: every kind of event in the order in which they
 * arrive, late and doubled ones too, without the wrong records. Few enough that what is measured is the step and not
 * how far away its input lies.
 */
final class Inputs {

    /** A seed by which so few dossiers have events of every kind. */
    private static final long SEED = 766;

    private static final int DOSSIERS = 400;

    private final SchemaRegistryClient registry = new LocalSchemaRegistry();
    private final AvroSerdes serdes = new AvroSerdes(registry, true);
    private final FactCodec codec = new FactCodec(serdes);
    private final List<DossierEvent> events = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();

    Inputs() {
        new DiLinhYear(SEED).emit(0, DOSSIERS, DiLinhYear.END, new Collecting(), opened -> {});
    }

    SchemaRegistryClient registry() {
        return registry;
    }

    AvroSerdes serdes() {
        return serdes;
    }

    FactCodec codec() {
        return codec;
    }

    /** Working days and time limits, as the topics of reference data have them. */
    static Reference reference() {
        return new ReferenceReader.Snapshot(
                WorkingDays.workingTime(),
                new ProcedureLimits(ReferenceData.diLinh().procedures()));
    }

    /** Of dossiers alone. */
    List<DossierEvent> events() {
        return events;
    }

    /** Of dossiers and permits. */
    List<Arrival> arrivals() {
        return arrivals;
    }

    /** The distinct facts of each dossier in their order; read from bytes, so that no two share their texts. */
    List<List<Fact>> lives() {
        Comparator<Fact> order = codec.foldOrder();
        Map<String, Collection<Fact>> byDossier = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            Fact fact = codec.read(arrival.topic(), new RecordHeaders(), arrival.value());
            byDossier
                    .computeIfAbsent(fact.dossierCode(), code -> new HashSet<>())
                    .add(fact);
        }
        return byDossier.values().stream()
                .map(facts -> facts.stream().sorted(order).toList())
                .toList();
    }

    /** What the history keeps of each fact. */
    List<HistoryEntry> entries() {
        return lives().stream()
                .flatMap(List::stream)
                .map(fact -> new HistoryEntry(
                        fact.sourceSystem(), fact.agencyId(), fact.alias(), fact.permitNumber(), fact.payload()))
                .toList();
    }

    /** Of each dossier, at the end of the year. */
    List<DossierRecord> records() {
        RecordFold fold = new RecordFold(reference(), Trace.NONE);
        return lives().stream()
                .map(life -> {
                    DossierRecord record = RecordFold.blank(life.get(0));
                    life.forEach(fact -> fold.apply(record, fact));
                    return record;
                })
                .toList();
    }

    /** The values as the platform writes them. */
    <T extends SpecificRecord> List<byte[]> bytes(Class<T> type, String topic, List<T> values) {
        Serde<T> serde = serdes.of(type);
        return values.stream()
                .map(value -> serde.serializer().serialize(topic, value))
                .toList();
    }

    private final class Collecting extends SilentYear {

        private final Serde<DossierEvent> dossierSerde = serdes.of(Topics.DOSSIER_EVENTS);
        private final Serde<PermitEvent> permitSerde = serdes.of(Topics.PERMIT_EVENTS);

        @Override
        public void publish(DossierEvent event) {
            events.add(event);
            arrive(Topics.DOSSIER_EVENTS, dossierSerde, event);
        }

        @Override
        public void publish(PermitEvent event) {
            arrive(Topics.PERMIT_EVENTS, permitSerde, event);
        }

        private <T extends SpecificRecord> void arrive(Topic<T> topic, Serde<T> serde, T event) {
            arrivals.add(new Arrival(topic.name(), serde.serializer().serialize(topic.name(), event)));
        }
    }
}
