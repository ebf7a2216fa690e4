package org.lienthong.streams.unit;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.streams.deadline.Timers;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Keeps, for this partition of the records, the figures of each unit without its sub-units. What goes out are absolute
 * figures, about once a second for those that changed: sending one twice, or after a crash again, changes nothing.
 */
final class DossierCount implements Processor<String, DossierRecord, String, UnitPartial> {

    private static final Duration FLUSH_INTERVAL = Duration.ofMillis(500);

    private final Clock clock;
    private final GlobalTable<Unit> unitTable;
    private final Set<String> changed = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, UnitPartial> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, DossierContribution> contributions;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, UnitPartial> partials;

    /** When which dossier turns overdue. */
    @SuppressWarnings("NullAway.Init")
    private Timers deadlines;

    @SuppressWarnings("NullAway.Init")
    private UnitTree units;

    /** @param clock what "overdue now" is measured against */
    DossierCount(Clock clock, GlobalTable<Unit> unitTable) {
        this.clock = clock;
        this.unitTable = unitTable;
    }

    @Override
    public void init(ProcessorContext<String, UnitPartial> context) {
        this.context = context;
        contributions = context.getStateStore(UnitCountTopology.CONTRIBUTIONS_STORE);
        partials = context.getStateStore(UnitCountTopology.PARTIALS_STORE);
        deadlines = new Timers(context.getStateStore(UnitCountTopology.DEADLINES_STORE));
        units = new UnitTree(unitTable.reader(context));
        // What was counted but not sent before a stop is sent now; absolute figures can be sent again.
        try (KeyValueIterator<String, UnitPartial> all = partials.all()) {
            all.forEachRemaining(partial -> changed.add(partial.key));
        }
        context.schedule(FLUSH_INTERVAL, PunctuationType.WALL_CLOCK_TIME, timestamp -> {
            turnOverdue();
            flush(timestamp);
        });
    }

    @Override
    public void process(Record<String, DossierRecord> input) {
        DossierContribution before = contributions.get(input.key());
        DossierContribution after = ContributionRules.contribution(input.value(), units, clock.instant());
        boolean nothingYet = before == null && FigureRules.isZero(after.getFigures());
        if (!nothingYet && !after.equals(before)) {
            replace(input.key(), before, after);
        }
    }

    private void replace(String code, DossierContribution before, DossierContribution after) {
        if (before != null) {
            count(before, -1);
            if (before.getOverdueFrom() != null) {
                deadlines.cancel(before.getOverdueFrom(), code);
            }
        }
        count(after, 1);
        if (after.getOverdueFrom() != null) {
            deadlines.set(after.getOverdueFrom(), code);
        }
        contributions.put(code, after);
    }

    private void count(DossierContribution contribution, int sign) {
        String key = UnitKey.partialKey(contribution);
        UnitPartial partial = partials.get(key);
        if (partial == null) {
            partial = UnitPartial.newBuilder()
                    .setUnitCode(contribution.getUnitCode())
                    .setUnitValidFrom(contribution.getUnitValidFrom())
                    .setLevel(contribution.getLevel())
                    .setAncestors(contribution.getAncestors())
                    .setSector(contribution.getSector())
                    .setMonth(contribution.getMonth())
                    .setPartition(context.taskId().partition())
                    .setFigures(new Figures())
                    .build();
        }
        FigureRules.add(partial.getFigures(), contribution.getFigures(), sign);
        partials.put(key, partial);
        changed.add(key);
    }

    private void turnOverdue() {
        // A dossier whose due date is this very moment is not overdue yet.
        for (String code : deadlines.upTo(clock.instant().minusMillis(1))) {
            DossierContribution before = contributions.get(code);
            DossierContribution after =
                    DossierContribution.newBuilder(before).setOverdueFrom(null).build();
            after.getFigures().setOverdue(1);
            replace(code, before, after);
        }
    }

    private void flush(long timestamp) {
        for (String key : changed) {
            String partialKey = key + "|" + context.taskId().partition();
            context.forward(new Record<>(partialKey, partials.get(key), timestamp));
        }
        changed.clear();
    }
}
