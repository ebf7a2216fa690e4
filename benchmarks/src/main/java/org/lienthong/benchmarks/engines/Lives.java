package org.lienthong.benchmarks.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;

/** Listens to a year, and gathers what happened to each dossier. */
public final class Lives extends SilentYear {

    private final Comparator<Fact> order = new FactCodec(Job.serdes()).foldOrder();

    /** In the order of filing, or of what else came first of a dossier. */
    private final Map<String, List<Fact>> facts = new LinkedHashMap<>();

    private long events;

    @Override
    public void publish(DossierEvent event) {
        see(Fact.of(event));
    }

    @Override
    public void publish(PermitEvent event) {
        see(Fact.of(event));
    }

    /** All that were heard so far, doubled ones counted twice. */
    long events() {
        return events;
    }

    /** Hands out the distinct facts of each dossier, at least one, in the order of the fold; and forgets them. */
    public void drain(Consumer<List<Fact>> reader) {
        facts.values()
                .forEach(seen ->
                        reader.accept(seen.stream().sorted(order).distinct().toList()));
        facts.clear();
    }

    private void see(Fact fact) {
        events++;
        facts.computeIfAbsent(fact.dossierCode(), code -> new ArrayList<>(8)).add(fact);
    }
}
