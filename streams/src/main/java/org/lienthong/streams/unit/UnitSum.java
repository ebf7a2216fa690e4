package org.lienthong.streams.unit;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
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
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.reference.GlobalTable;

/**
 * Replaces the old figures of a cell and partition by the new ones, in the cell, its unit and all units above it. The
 * partials alone are kept, as the bytes that they came as; sums are made of them at each start, and anew when the tree
 * of units changes.
 */
final class UnitSum implements Processor<String, byte[], String, SpecificRecord> {

    private static final Duration NEWS_WITHIN = Duration.ofMillis(250);

    /** How often it looks whether the units have changed. */
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final GlobalTable<Unit> unitTable;
    private final Deserializer<UnitPartial> codec;
    private final Detail detail;

    /** Those of which a partial changed since they were last sent. */
    private final Set<CellDimensions> changedCells = new LinkedHashSet<>();

    /** So many partitions have sent a partial: the most that a cell can have of them. */
    private int partitions;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, SpecificRecord> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> partials;

    @SuppressWarnings("NullAway.Init")
    private Supplier<UnitTree> units;

    @SuppressWarnings("NullAway.Init")
    private StatisticsTable statistics;

    @SuppressWarnings("NullAway.Init")
    private Promptness promptness;

    UnitSum(GlobalTable<Unit> unitTable, Deserializer<UnitPartial> codec, Detail detail) {
        this.unitTable = unitTable;
        this.codec = codec;
        this.detail = detail;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        partials = context.getStateStore(UnitRollupTopology.PARTIALS_STORE);
        units = unitTable.view(context, UnitTree::new);
        statistics = new StatisticsTable(units.get());
        // What was summed but not sent before a stop is sent now; absolute figures can be sent again.
        forEach(partial -> replace(null, partial));
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> followUnits());
        BeforeCommit commit = context.getStateStore(UnitRollupTopology.COMMIT_STORE);
        promptness = new Promptness(context, NEWS_WITHIN);
        commit.act(context, () -> {
            flush();
            promptness.committed();
        });
    }

    @Override
    public void process(Record<String, byte[]> input) {
        promptness.read(input.timestamp());
        byte[] before = partials.get(input.key());
        byte[] after = input.value();
        if (!Arrays.equals(before, after)) {
            replace(before == null ? null : decode(before), decode(after));
            partials.put(input.key(), after);
        }
    }

    private void replace(@Nullable UnitPartial before, UnitPartial after) {
        partitions = Math.max(partitions, after.getPartition() + 1);
        if (detail == Detail.CELLS) {
            changedCells.add(CellDimensions.of(after));
        }
        statistics.add(after, Tally.difference(before, after));
    }

    /** A unit that moved in the tree takes its figures along; where nothing is left, zero is sent. */
    private void followUnits() {
        UnitTree now = units.get();
        if (now == statistics.tree()) {
            return;
        }
        StatisticsTable before = statistics;
        statistics = new StatisticsTable(now);
        forEach(partial -> statistics.add(partial, Tally.difference(null, partial)));
        statistics.takeOver(before);
    }

    private void forEach(Consumer<UnitPartial> reader) {
        try (KeyValueIterator<String, byte[]> all = partials.all()) {
            all.forEachRemaining(partial -> reader.accept(decode(partial.value)));
        }
    }

    private UnitPartial decode(byte[] partial) {
        return codec.deserialize(Topics.UNIT_PARTIALS.name(), partial);
    }

    private void flush() {
        long timestamp = context.currentSystemTimeMs();
        for (CellDimensions cell : changedCells) {
            context.forward(new Record<>(cell.key(), cell.cell(sum(cell)), timestamp), UnitRollupTopology.WRITE_CELLS);
        }
        changedCells.clear();
        statistics.drain((key, figures) ->
                context.forward(new Record<>(key, figures, timestamp), UnitRollupTopology.WRITE_STATISTICS));
    }

    /** Added up when it is sent: where cells are many, most are of one partition, and a sum would be a second copy. */
    private Tally sum(CellDimensions cell) {
        Tally sum = new Tally();
        for (int partition = 0; partition < partitions; partition++) {
            byte[] partial = partials.get(cell.partialKey(partition));
            if (partial != null) {
                sum.add(decode(partial), 1);
            }
        }
        return sum;
    }
}
