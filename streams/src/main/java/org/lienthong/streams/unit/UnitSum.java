package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<String, CellSum> cells = new HashMap<>();
    private final Set<String> changedCells = new LinkedHashSet<>();
    private final Set<String> changedUnits = new LinkedHashSet<>();
    private Map<String, StatisticsSum> statistics = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, SpecificRecord> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, UnitPartial> partials;

    @SuppressWarnings("NullAway.Init")
    private Supplier<UnitTree> units;

    /** The tree by which the sums are made. */
    @SuppressWarnings("NullAway.Init")
    private UnitTree summedBy;

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
        summedBy = units.get();
        // What was summed but not sent before a stop is sent now; absolute figures can be sent again.
        try (KeyValueIterator<String, UnitPartial> all = partials.all()) {
            all.forEachRemaining(partial -> {
                addToCell(partial.key, partial.value, 1);
                addToUnits(partial.value, 1);
            });
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
        replace(input.key(), before, after);
        partials.put(input.key(), after);
    }

    private void replace(String key, @Nullable UnitPartial before, UnitPartial after) {
        if (before != null) {
            addToCell(key, before, -1);
            addToUnits(before, -1);
        }
        addToCell(key, after, 1);
        addToUnits(after, 1);
    }

    private void addToCell(String partialKey, UnitPartial partial, int sign) {
        String key = UnitKey.cellOf(partialKey);
        cells.computeIfAbsent(key, cell -> new CellSum(partial)).add(partial, sign);
        changedCells.add(key);
    }

    private void addToUnits(UnitPartial partial, int sign) {
        UnitKey key = UnitKey.of(partial);
        Unit unit = summedBy.find(key).orElse(null);
        add(key, unit, partial, sign);
        List<Unit> above = unit == null ? List.of() : summedBy.above(unit, key.dayIn(partial.getMonth()));
        above.forEach(ancestor -> add(UnitKey.of(ancestor), ancestor, partial, sign));
    }

    private void add(UnitKey unit, @Nullable Unit known, UnitPartial partial, int sign) {
        String key = unit.statisticsKey(partial.getSector(), partial.getMonth());
        statistics
                .computeIfAbsent(key, sum -> new StatisticsSum(unit, known == null ? null : known.getLevel(), partial))
                .add(partial, sign);
        changedUnits.add(key);
    }

    /** A unit that moved in the tree takes its figures along; where nothing is left, zero is sent. */
    private void followUnits() {
        UnitTree now = units.get();
        if (now == summedBy) {
            return;
        }
        summedBy = now;
        Map<String, StatisticsSum> before = statistics;
        statistics = new HashMap<>();
        try (KeyValueIterator<String, UnitPartial> all = partials.all()) {
            all.forEachRemaining(partial -> addToUnits(partial.value, 1));
        }
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(statistics.keySet());
        for (String key : gone) {
            statistics.put(key, requireNonNull(before.get(key)).emptied());
            changedUnits.add(key);
        }
    }

    private void flush() {
        long timestamp = context.currentSystemTimeMs();
        for (String key : changedCells) {
            context.forward(
                    new Record<>(key, requireNonNull(cells.get(key)).toCell(), timestamp),
                    UnitRollupTopology.WRITE_CELLS);
        }
        for (String key : changedUnits) {
            context.forward(
                    new Record<>(key, requireNonNull(statistics.get(key)).toStatistics(), timestamp),
                    UnitRollupTopology.WRITE_STATISTICS);
        }
        changedCells.clear();
        changedUnits.clear();
    }
}
