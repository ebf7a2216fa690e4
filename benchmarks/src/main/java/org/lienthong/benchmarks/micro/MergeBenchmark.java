package org.lienthong.benchmarks.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Events to a record: the fold alone, without the history that keeps them. */
@State(Scope.Thread)
public class MergeBenchmark {

    private static final int TEN = 10;

    private final RecordFold fold = new RecordFold(Inputs.reference(), Trace.NONE);
    private final Cycle<Turn> turns;
    private final Cycle<List<Fact>> livesOfTen;
    private DossierRecord record;

    public MergeBenchmark() {
        List<List<Fact>> lives = new Inputs().lives();
        turns = new Cycle<>(turns(lives));
        livesOfTen =
                new Cycle<>(lives.stream().filter(life -> life.size() == TEN).toList());
        record = RecordFold.blank(lives.get(0).get(0));
    }

    /** The next event of a dossier; dossier after dossier, each from its first event to its last. */
    @Benchmark
    public Optional<String> applyInOrder() {
        Turn turn = turns.next();
        if (turn.first()) {
            record = RecordFold.blank(turn.fact());
        }
        return fold.apply(record, turn.fact());
    }

    /** A dossier of ten events from its first on, as when a late one arrives. */
    @Benchmark
    public DossierRecord refoldOfTen() {
        List<Fact> life = livesOfTen.next();
        DossierRecord folded = RecordFold.blank(life.get(0));
        for (Fact fact : life) {
            fold.apply(folded, fact);
        }
        return folded;
    }

    private static List<Turn> turns(List<List<Fact>> lives) {
        List<Turn> turns = new ArrayList<>();
        for (List<Fact> life : lives) {
            for (Fact fact : life) {
                turns.add(new Turn(fact, fact == life.get(0)));
            }
        }
        return turns;
    }

    /** @param first whether it begins a dossier */
    private record Turn(Fact fact, boolean first) {}
}
