package org.lienthong.streams.unit;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.runtime.streams.Promptness;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Replaces the old figures of a cell and partition by the new ones, in the cell, its unit and all units above it. The
 * partials alone are kept; sums are made of them at each start, and anew when the tree of units changes.
 */
final class UnitSum implements Processor<String, UnitPartial, String, SpecificRecord> {

    private static final Duration NEWS_WITHIN = Duration.ofMillis(250);

    /** How often it looks whether the units have changed. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final GlobalTable<Unit> unitTable;
    private final Cells cells = new Cells();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, SpecificRecord> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, UnitPartial> partials;

    @SuppressWarnings("NullAway.Init")
    private Supplier<UnitTree> units;

    @SuppressWarnings("NullAway.Init")
    private StatisticsTable statistics;

    @SuppressWarnings("NullAway.Init")
    private Promptness promptness;

    UnitSum(GlobalTable<Unit> unitTable) {
        this.unitTable = unitTable;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        partials = context.getStateStore(UnitRollupTopology.PARTIALS_STORE);
        units = unitTable.view(context, UnitTree::new);
        statistics = new StatisticsTable(units.get());
        // What was summed but not sent before a stop is sent now; absolute figures can be sent again.
        try (KeyValueIterator<String, UnitPartial> all = partials.all()) {
            all.forEachRemaining(partial -> replace(null, partial.value));
        }
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> followUnits());
        BeforeCommit commit = context.getStateStore(UnitRollupTopology.COMMIT_STORE);
        promptness = new Promptness(context, NEWS_WITHIN);
        commit.act(context, () -> {
            flush();
            promptness.committed();
        });
    }

    @Override
    public void process(Record<String, UnitPartial> input) {
        promptness.read(input.timestamp());
        UnitPartial before = partials.get(input.key());
        UnitPartial after = input.value();
        if (after.equals(before)) {
            return;
        }
        replace(before, after);
        partials.put(input.key(), after);
    }

    private void replace(@Nullable UnitPartial before, UnitPartial after) {
        Tally difference = Tally.difference(before, after);
        cells.change(CellDimensions.of(after)).add(difference);
        statistics.add(after, difference);
    }

    /** A unit that moved in the tree takes its figures along; where nothing is left, zero is sent. */
    private void followUnits() {
        UnitTree now = units.get();
        if (now == statistics.tree()) {
            return;
        }
        StatisticsTable before = statistics;
        statistics = new StatisticsTable(now);
        try (KeyValueIterator<String, UnitPartial> all = partials.all()) {
            all.forEachRemaining(partial -> statistics.add(partial.value, Tally.difference(null, partial.value)));
        }
        statistics.takeOver(before);
    }

    private void flush() {
        long timestamp = context.currentSystemTimeMs();
        cells.drain((cell, tally) ->
                context.forward(new Record<>(cell.key(), cell.cell(tally), timestamp), UnitRollupTopology.WRITE_CELLS));
        statistics.drain((key, figures) ->
                context.forward(new Record<>(key, figures, timestamp), UnitRollupTopology.WRITE_STATISTICS));
    }
}
