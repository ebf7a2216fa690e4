package org.lienthong.streams.unit;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;

/** Replaces the old figures of a unit and partition by the new ones, in the unit itself and in all units above it. */
final class UnitSum implements Processor<String, UnitPartial, String, UnitStatistics> {

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, UnitStatistics> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, UnitPartial> partials;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, UnitStatistics> sums;

    @Override
    public void init(ProcessorContext<String, UnitStatistics> context) {
        this.context = context;
        partials = context.getStateStore(UnitRollupTopology.PARTIALS_STORE);
        sums = context.getStateStore(UnitRollupTopology.SUMS_STORE);
    }

    @Override
    public void process(Record<String, UnitPartial> input) {
        UnitPartial before = partials.get(input.key());
        UnitPartial after = input.value();
        Figures change = difference(before, after);
        if (before != null && before.getAncestors().equals(after.getAncestors()) && FigureRules.isZero(change)) {
            return;
        }
        if (before != null && !before.getAncestors().equals(after.getAncestors())) {
            // The unit moved in the tree: take it out of its old place whole.
            addToAll(before, before.getFigures(), -1, input.timestamp());
            change = after.getFigures();
        }
        addToAll(after, change, 1, input.timestamp());
        partials.put(input.key(), after);
    }

    private static Figures difference(@Nullable UnitPartial before, UnitPartial after) {
        Figures change = Figures.newBuilder(after.getFigures()).build();
        if (before != null) {
            FigureRules.add(change, before.getFigures(), -1);
        }
        return change;
    }

    private void addToAll(UnitPartial partial, Figures change, int sign, long timestamp) {
        add(UnitKey.of(partial), partial, change, sign, timestamp);
        for (String ancestor : partial.getAncestors()) {
            add(UnitKey.parse(ancestor), partial, change, sign, timestamp);
        }
    }

    private void add(UnitKey unit, UnitPartial partial, Figures change, int sign, long timestamp) {
        String key = unit.statisticsKey(partial.getSector(), partial.getMonth());
        UnitStatistics sum = sums.get(key);
        if (sum == null) {
            sum = UnitStatistics.newBuilder()
                    .setUnitCode(unit.code())
                    .setUnitValidFrom(unit.validFrom())
                    .setLevel(unit.level())
                    .setSector(partial.getSector())
                    .setMonth(partial.getMonth())
                    .setFigures(new Figures())
                    .build();
        }
        FigureRules.add(sum.getFigures(), change, sign);
        sums.put(key, sum);
        context.forward(new Record<>(key, sum, timestamp));
    }
}
