package org.lienthong.streams.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.streams.deadline.Timers;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Keeps, for this partition of the records, the figures of each cell. What goes out are absolute figures, with each
 * commit those that changed: sending one twice, or after a crash again, changes nothing.
 */
final class DossierCount implements Processor<String, DossierRecord, String, UnitPartial> {

    /** How often it looks whether the clock or the units have moved on. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final Clock clock;
    private final GlobalTable<Unit> unitTable;
    private final Detail detail;

    /** Of the newest record, or look at the clock, since the last commit: whether figures are news, or a backlog's. */
    private long changedAt;

    /** No state: at each start they are added up from what each dossier contributes. */
    private final Cells cells = new Cells();

    /** When which dossier turns overdue. */
    private final Timers deadlines = new Timers();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, UnitPartial> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, DossierContribution> contributions;

    @SuppressWarnings("NullAway.Init")
    private Supplier<UnitTree> units;

    /**
     * The units by which all dossiers are counted; those of now may be newer, and count what comes in already. At a
     * start it is not known whether they changed meanwhile.
     */
    private UnitTree countedBy = new UnitTree(List.of());

    /** @param clock what "overdue now" is measured against */
    DossierCount(Clock clock, GlobalTable<Unit> unitTable, Detail detail) {
        this.clock = clock;
        this.unitTable = unitTable;
        this.detail = detail;
    }

    @Override
    public void init(ProcessorContext<String, UnitPartial> context) {
        this.context = context;
        contributions = context.getStateStore(UnitCountStage.CONTRIBUTIONS_STORE);
        units = unitTable.view(context, UnitTree::new);
        try (KeyValueIterator<String, DossierContribution> all = contributions.all()) {
            all.forEachRemaining(dossier -> count(dossier.key, dossier.value));
        }
        // All are sent anew, in case the topic has lost them; absolute figures can be sent again.
        changedAt = context.currentSystemTimeMs();
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, timestamp -> {
            followUnits(timestamp);
            turnOverdue(timestamp);
        });
        BeforeCommit commit = context.getStateStore(UnitCountStage.COMMIT_STORE);
        commit.act(context, this::flush);
    }

    @Override
    public void process(Record<String, DossierRecord> input) {
        changedAt = Math.max(changedAt, input.timestamp());
        DossierContribution before = contributions.get(input.key());
        DossierContribution after = ContributionRules.contribution(input.value(), units.get(), clock.instant());
        boolean nothingYet = before == null && FigureRules.isZero(after.getFigures());
        if (!nothingYet && !after.equals(before)) {
            if (before != null) {
                takeAway(input.key(), before);
            }
            add(input.key(), after);
        }
    }

    private void takeAway(String code, DossierContribution contribution) {
        cells.change(detail.cell(contribution)).add(contribution, -1);
        if (contribution.getOverdueFrom() != null) {
            deadlines.cancel(contribution.getOverdueFrom(), code);
        }
    }

    private void add(String code, DossierContribution contribution) {
        count(code, contribution);
        contributions.put(code, contribution);
    }

    private void count(String code, DossierContribution contribution) {
        cells.change(detail.cell(contribution)).add(contribution, 1);
        if (contribution.getOverdueFrom() != null) {
            deadlines.set(contribution.getOverdueFrom(), code);
        }
    }

    /** Counts dossiers anew whose code means another unit since the reference data changed. */
    private void followUnits(long timestamp) {
        UnitTree now = units.get();
        if (now == countedBy) {
            return;
        }
        countedBy = now;
        changedAt = timestamp;
        List<KeyValue<String, DossierContribution>> moved = new ArrayList<>();
        try (KeyValueIterator<String, DossierContribution> all = contributions.all()) {
            all.forEachRemaining(dossier -> {
                DossierContribution c = dossier.value;
                LocalDate validFrom = ContributionRules.validFrom(c.getUnitCode(), c.getFiledOn(), now);
                if (!validFrom.equals(c.getUnitValidFrom())) {
                    moved.add(dossier);
                }
            });
        }
        for (KeyValue<String, DossierContribution> dossier : moved) {
            DossierContribution c = dossier.value;
            takeAway(dossier.key, c);
            add(
                    dossier.key,
                    DossierContribution.newBuilder(c)
                            .setUnitValidFrom(ContributionRules.validFrom(c.getUnitCode(), c.getFiledOn(), now))
                            .build());
        }
    }

    private void turnOverdue(long timestamp) {
        // A dossier whose due date is this very moment is not overdue yet.
        for (String code : deadlines.upTo(clock.instant().minusMillis(1))) {
            changedAt = timestamp;
            DossierContribution before = contributions.get(code);
            DossierContribution after =
                    DossierContribution.newBuilder(before).setOverdueFrom(null).build();
            after.getFigures().setOverdue(1);
            takeAway(code, before);
            add(code, after);
        }
    }

    private void flush() {
        int partition = context.taskId().partition();
        cells.drain((cell, tally) ->
                context.forward(new Record<>(cell.partialKey(partition), cell.partial(partition, tally), changedAt)));
        changedAt = 0;
    }
}
