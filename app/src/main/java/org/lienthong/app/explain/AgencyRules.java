package org.lienthong.app.explain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lienthong.reporting.explanation.ShownRules;
import org.lienthong.streams.explain.Explanation;
import org.lienthong.streams.explain.Explanation.Entry;
import org.lienthong.streams.explain.Value;

/** Which agencies an explanation speaks of. */
final class AgencyRules {

    private AgencyRules() {}

    /** Ids of those that state something, and of those that are stated. */
    static Set<String> mentioned(Explanation told) {
        return told.entries().stream().flatMap(AgencyRules::mentioned).collect(Collectors.toSet());
    }

    private static Stream<String> mentioned(Entry entry) {
        Stream<String> changed = entry.changes().stream()
                .flatMap(change ->
                        Stream.concat(stated(change.field(), change.before()), stated(change.field(), change.after())));
        Stream<String> claimed = entry.claims().stream().flatMap(claim -> stated(claim.field(), claim.value()));
        return Stream.of(Stream.of(entry.agencyId()), changed, claimed).flatMap(ids -> ids);
    }

    private static Stream<String> stated(String field, Value value) {
        return ShownRules.isAgency(field) && value.shown() instanceof String id ? Stream.of(id) : Stream.empty();
    }
}
