package org.lienthong.app.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.lienthong.runtime.topics.TopicSizes;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * What the exchange stores, set against the events that came in and the dossiers that came of them.
 *
 * @param events records of the topics of events
 * @param dossiers that have a record
 */
public record StorageBalance(List<Size> topics, long events, long dossiers) {

    private static final List<Topic<?>> INPUTS = List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS);
    /** Who writes topics that are no result of a job. */
    private static final Set<String> OUTSIDE = Set.of(Topics.DOSSIER_EVENTS.owner(), Topics.REF_UNITS.owner());

    public static StorageBalance of(List<Size> topics, long dossiers) {
        return new StorageBalance(topics, sum(topics, StorageBalance::isInput, Size::records), dossiers);
    }

    /**
     * One kind of storage.
     *
     * @param what key of its name in the bundles, after {@code sizes.}
     */
    public record Line(String what, long bytes, double perEvent, double perDossier) {}

    /** @param state bytes of the local state directory, where it is on this machine */
    public List<Line> totals(OptionalLong state) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("inputs", sum(topics, StorageBalance::isInput, Size::bytes)));
        lines.add(line("outputs", sum(topics, StorageBalance::isOutput, Size::bytes)));
        lines.add(line("changelogs", sum(topics, StorageBalance::isChangelog, Size::bytes)));
        state.ifPresent(bytes -> lines.add(line("state", bytes)));
        return lines;
    }

    /** 0 before the first event. */
    public double perEvent(long bytes) {
        return events == 0 ? 0 : (double) bytes / events;
    }

    /** 0 before the first dossier. */
    public double perDossier(long bytes) {
        return dossiers == 0 ? 0 : (double) bytes / dossiers;
    }

    private Line line(String what, long bytes) {
        return new Line(what, bytes, perEvent(bytes), perDossier(bytes));
    }

    private static boolean isInput(String topic) {
        return INPUTS.stream().anyMatch(input -> input.name().equals(topic));
    }

    private static boolean isOutput(String topic) {
        return Topics.all().stream().anyMatch(known -> known.name().equals(topic) && !OUTSIDE.contains(known.owner()));
    }

    private static boolean isChangelog(String topic) {
        return Topics.all().stream().anyMatch(known -> TopicSizes.isChangelog(topic, known.owner()));
    }

    private static long sum(List<Size> topics, Predicate<String> which, ToLongFunction<Size> what) {
        return topics.stream()
                .filter(size -> which.test(size.topic()))
                .mapToLong(what)
                .sum();
    }
}
