package org.lienthong.streams.dossier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.record.Trace;

/**
 * Any order, any repetition and any split give the same record, byte for byte. Every run has a new seed and prints it;
 * {@code -Dconvergence.seed=N} repeats one.
 */
class ConvergenceTest {

    private final long seed = Long.getLong("convergence.seed", System.nanoTime());
    private final RandomLives lives = new RandomLives(seed);
    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final FactCodec codec = new FactCodec(serdes);

    @TempDir
    Path state;

    @BeforeEach
    void printSeed() {
        System.out.println("convergence.seed=" + seed);
    }

    @ParameterizedTest
    @EnumSource
    void theMergeArrivesAtTheFoldOfTheDistinctEventsWhateverTheArrival(StateKeeping store) {
        List<SpecificRecord> events = lives(1_000);

        Map<String, DossierRecord> merged;
        try (MergeDriver merge = new MergeDriver(state, fewCached(store))) {
            lives.asDelivered(events).forEach(merge::send);
            merged = merge.records();
        }

        assertSame(merged, fold(facts(events), Function.identity()));
    }

    @Test
    void whatTheHistoryKeepsGivesTheSameRecordsAsTheEventsThemselves() {
        List<Fact> facts = facts(lives(10_000));

        Map<String, DossierRecord> live = fold(facts, Function.identity());
        Map<String, DossierRecord> kept = fold(lives.asDelivered(facts), this::throughTheHistory);

        assertSame(kept, live);
    }

    private static MergeSettings fewCached(StateKeeping store) {
        return new MergeSettings(
                MergeSettings.DEFAULTS.historyLimit(),
                MergeSettings.DEFAULTS.futureTolerance(),
                MergeSettings.DEFAULTS.earliestEvent(),
                50,
                store);
    }

    private List<SpecificRecord> lives(int dossiers) {
        List<SpecificRecord> events = new ArrayList<>();
        for (int i = 0; i < dossiers; i++) {
            events.addAll(lives.next("H36.25-250602-%05d".formatted(i)));
        }
        return events;
    }

    /** The definition itself: the distinct facts in their order. */
    private Map<String, DossierRecord> fold(List<Fact> facts, Function<Fact, Fact> through) {
        Map<String, DossierRecord> records = new HashMap<>();
        RecordFold fold = new RecordFold(Reference.NONE, Trace.NONE);
        facts.stream()
                .distinct()
                .sorted(codec.foldOrder())
                .map(through)
                .forEach(fact ->
                        fold.apply(records.computeIfAbsent(fact.dossierCode(), code -> RecordFold.blank(fact)), fact));
        return records;
    }

    private Fact throughTheHistory(Fact fact) {
        return codec.fromHistory(fact.dossierCode(), fact.order(), codec.toHistory(fact));
    }

    private static List<Fact> facts(List<SpecificRecord> events) {
        return events.stream()
                .map(event -> event instanceof PermitEvent permit ? Fact.of(permit) : Fact.of((DossierEvent) event))
                .toList();
    }

    private void assertSame(Map<String, DossierRecord> actual, Map<String, DossierRecord> expected) {
        assertThat(actual.keySet()).as("convergence.seed=%d", seed).isEqualTo(expected.keySet());
        expected.forEach((code, record) -> assertThat(bytes(requireNonNull(actual.get(code))))
                .as("convergence.seed=%d %s: %s instead of %s", seed, code, actual.get(code), record)
                .isEqualTo(bytes(record)));
    }

    private byte[] bytes(DossierRecord record) {
        return serdes.of(Topics.DOSSIER_RECORDS).serializer().serialize(Topics.DOSSIER_RECORDS.name(), record);
    }
}
