package org.lienthong.streams.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.explain.Explanation.Answer;
import org.lienthong.streams.explain.Explanation.Change;
import org.lienthong.streams.explain.Explanation.Entry;
import org.lienthong.streams.explain.Explanation.Setting;
import org.lienthong.streams.explain.Explanation.Statement;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.record.Rule;

/**
 * Tells the fold of a dossier event by event, under the reference data of today: as the merge does, which folds anew
 * what a changed limit or holiday changes.
 */
public final class ExplainRules {

    private ExplainRules() {}

    /** The fields that can be asked for, as in the schema of DossierRecord. */
    public static SortedSet<String> fields() {
        SortedSet<String> names = new TreeSet<>();
        FieldRules.ofRecord().stream().map(Field::name).forEach(names::add);
        return names;
    }

    /**
     * @param code of the dossier that all facts are of
     * @param facts in any order, any of them twice
     * @param order of the fold
     */
    public static Explanation explain(
            String code, Collection<Fact> facts, Comparator<Fact> order, Reference reference) {
        List<Fact> ordered = facts.stream().distinct().sorted(order).toList();
        if (ordered.isEmpty()) {
            return new Explanation(code, List.of(), List.of());
        }
        List<Entry> entries = new ArrayList<>();
        DossierRecord record = RecordFold.blank(ordered.get(0));
        for (Fact fact : ordered) {
            entries.add(apply(record, fact, reference));
        }
        return new Explanation(code, List.copyOf(entries), answers(entries, record));
    }

    private static Entry apply(DossierRecord record, Fact fact, Reference reference) {
        DossierRecord before = copy(record);
        Map<String, List<Rule>> rules = new HashMap<>();
        RecordFold fold = new RecordFold(reference, (field, rule) -> {
            List<Rule> applied = rules.computeIfAbsent(field, f -> new ArrayList<>());
            if (!applied.contains(rule)) {
                applied.add(rule);
            }
        });
        String conflict = fold.apply(record, fact).orElse(null);
        return new Entry(
                fact.eventId(),
                fact.kind(),
                fact.agencyId(),
                fact.sourceSystem(),
                fact.occurredAt(),
                ChangeRules.changes(before, record, rules),
                ChangeRules.claims(before, record, fact),
                ChangeRules.anomalies(before, record),
                conflict);
    }

    private static List<Answer> answers(List<Entry> entries, DossierRecord record) {
        SortedMap<String, List<Setting>> settings = new TreeMap<>();
        for (Entry entry : entries) {
            for (Change change : entry.changes()) {
                settings.computeIfAbsent(change.field(), field -> new ArrayList<>())
                        .add(0, new Setting(entry, change));
            }
        }
        List<Statement> claims =
                record.getClaims().stream().map(ChangeRules::statement).toList();
        claims.forEach(claim -> settings.putIfAbsent(claim.field(), List.of()));
        return settings.entrySet().stream()
                .map(setting -> new Answer(
                        setting.getKey(),
                        List.copyOf(setting.getValue()),
                        claims.stream()
                                .filter(claim -> claim.field().equals(setting.getKey()))
                                .toList()))
                .toList();
    }

    private static DossierRecord copy(DossierRecord record) {
        return SpecificData.getForClass(DossierRecord.class).deepCopy(DossierRecord.getClassSchema(), record);
    }
}
