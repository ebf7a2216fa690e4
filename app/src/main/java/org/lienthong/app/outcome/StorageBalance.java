package org.lienthong.app.outcome;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.topic.Topics;

/** What the exchange stores, set against the events that came in and the dossiers that came of them. */
public final class StorageBalance {

    private static final Set<String> INPUTS = Set.of(Topics.DOSSIER_EVENTS.name(), Topics.PERMIT_EVENTS.name());
    private static final Set<String> OUTPUTS = Set.of(
            Topics.DOSSIER_RECORDS.name(),
            Topics.RECEIPTS.name(),
            Topics.QUARANTINE.name(),
            Topics.LEDGER.name(),
            Topics.DEADLINE_ALERTS.name(),
            Topics.UNIT_PARTIALS.name(),
            Topics.UNIT_STATISTICS.name());
    private static final String CHANGELOG = "-changelog";
    private static final String MERGE_HISTORY = "dossier-sync-dossier-history" + CHANGELOG;

    private StorageBalance() {}

    /**
     * One kind of storage.
     *
     * @param what inputs, records, receipts, outputs, history, changelogs or state
     */
    public record Line(String what, long bytes, double perEvent, double perDossier) {}

    /**
     * @param dossiers records of dossiers
     * @param stateBytes of the local state directory; 0: it is not on this machine
     */
    public static List<Line> of(List<Size> topics, long dossiers, long stateBytes) {
        long events = sum(topics, INPUTS::contains, Size::offsets);
        return List.of(
                line("inputs", sum(topics, INPUTS::contains, Size::bytes), events, dossiers),
                line("records", sum(topics, Topics.DOSSIER_RECORDS.name()::equals, Size::bytes), events, dossiers),
                line("receipts", sum(topics, Topics.RECEIPTS.name()::equals, Size::bytes), events, dossiers),
                line("outputs", sum(topics, OUTPUTS::contains, Size::bytes), events, dossiers),
                line("history", sum(topics, MERGE_HISTORY::equals, Size::bytes), events, dossiers),
                line("changelogs", sum(topics, name -> name.endsWith(CHANGELOG), Size::bytes), events, dossiers),
                line("state", stateBytes, events, dossiers));
    }

    private static Line line(String what, long bytes, long events, long dossiers) {
        return new Line(what, bytes, (double) bytes / Math.max(1, events), (double) bytes / Math.max(1, dossiers));
    }

    private static long sum(List<Size> topics, Predicate<String> which, ToLongFunction<Size> what) {
        return topics.stream()
                .filter(size -> which.test(size.topic()))
                .mapToLong(what)
                .sum();
    }
}
