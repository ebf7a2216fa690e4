package org.lienthong.benchmarks.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;

/**
 * The final records of a province-year: events of the generator, folded by the rules of the merge in memory. What is
 * measured is what reads them, so the way through the merge is spared.
 */
final class ProvinceYear {

    /** Dossiers whose events are in memory at once. */
    private static final int CHUNK = 20_000;

    private static final long SEED = 2025;

    private final Province province;
    private final DiLinhYear year = new DiLinhYear(SEED);
    private final RecordFold fold;
    private long events;

    ProvinceYear(Province province) {
        this.province = province;
        this.fold = new RecordFold(province.reference(), Trace.NONE);
    }

    /** @param records is given each final record, in no particular order */
    void tell(int dossiers, Consumer<DossierRecord> records) {
        for (int from = 0; from < dossiers; from += CHUNK) {
            int to = Math.min(dossiers, from + CHUNK);
            Histories histories = new Histories();
            year.emit(from, to, DiLinhYear.END, histories, opened -> {});
            for (Set<Fact> facts : histories.facts.values()) {
                events += facts.size();
                records.accept(province.place(record(facts)));
            }
        }
    }

    /** Distinct events told so far. */
    long events() {
        return events;
    }

    private DossierRecord record(Set<Fact> distinct) {
        List<Fact> facts = new ArrayList<>(distinct);
        facts.sort((a, b) -> a.order().compareTo(b.order()));
        DossierRecord record = RecordFold.blank(facts.get(0));
        facts.forEach(fact -> fold.apply(record, fact));
        return record;
    }

    /** The events of each dossier. */
    private static final class Histories extends SilentYear {

        private final Map<String, Set<Fact>> facts = new LinkedHashMap<>();

        @Override
        public void publish(DossierEvent event) {
            add(Fact.of(event));
        }

        @Override
        public void publish(PermitEvent event) {
            add(Fact.of(event));
        }

        private void add(Fact fact) {
            facts.computeIfAbsent(fact.dossierCode(), code -> new LinkedHashSet<>())
                    .add(fact);
        }
    }
}
