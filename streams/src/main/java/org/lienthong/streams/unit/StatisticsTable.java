package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;

/**
 * The figures of all units, each with what is below it, per sector and month. What is added to a unit is added to all
 * units above it, by the tree of units as it was on the first day of the month on which the unit was there.
 */
public final class StatisticsTable {

    private final UnitTree tree;
    private final Map<String, StatisticsSum> sums = new HashMap<>();
    private final Set<StatisticsSum> changed = new LinkedHashSet<>();

    /** Which sums a figure goes into; asked for every figure, and found in the tree once. */
    private final Map<Line, List<StatisticsSum>> lines = new HashMap<>();

    private record Line(UnitKey unit, Sector sector, String month) {}

    public StatisticsTable(UnitTree tree) {
        this.tree = tree;
    }

    /** The tree by which it is summed. */
    UnitTree tree() {
        return tree;
    }

    /** Adds {@code sign} times what one dossier counts. */
    public void add(DossierContribution part, int sign) {
        Tally difference = new Tally();
        difference.add(part, sign);
        UnitKey unit = new UnitKey(part.getUnitCode(), part.getUnitValidFrom());
        add(new Line(unit, part.getSector(), part.getMonth()), difference);
    }

    /** Adds by how much the figures of a cell have changed. */
    void add(UnitPartial part, Tally difference) {
        add(new Line(UnitKey.of(part), part.getSector(), part.getMonth()), difference);
    }

    /** Tells of all that changed since the last time: its key on the topic, and the figures as they are now. */
    public void drain(BiConsumer<String, UnitStatistics> reader) {
        changed.forEach(sum -> reader.accept(sum.key(), sum.toStatistics()));
        changed.clear();
    }

    /** What the other table had and this one has not is there with zeros, and told of next time. */
    void takeOver(StatisticsTable before) {
        for (StatisticsSum sum : before.sums.values()) {
            if (!sums.containsKey(sum.key())) {
                StatisticsSum emptied = sum.emptied();
                sums.put(sum.key(), emptied);
                changed.add(emptied);
            }
        }
        before.changed.forEach(sum -> changed.add(requireNonNull(sums.get(sum.key()))));
    }

    private void add(Line line, Tally difference) {
        for (StatisticsSum sum : lines.computeIfAbsent(line, this::sums)) {
            sum.add(difference);
            changed.add(sum);
        }
    }

    /** Of the unit, and of all above it. */
    private List<StatisticsSum> sums(Line line) {
        UnitKey key = line.unit();
        Optional<Unit> unit = tree.find(key);
        List<StatisticsSum> all = new ArrayList<>();
        all.add(sum(key, unit.map(Unit::getLevel).orElse(null), line));
        unit.map(known -> tree.above(known, key.dayIn(line.month()))).orElse(List.of()).stream()
                .map(above -> sum(UnitKey.of(above), above.getLevel(), line))
                .forEach(all::add);
        return all;
    }

    private StatisticsSum sum(UnitKey unit, @Nullable UnitLevel level, Line line) {
        String key = unit.statisticsKey(line.sector(), line.month());
        return sums.computeIfAbsent(key, sum -> new StatisticsSum(key, unit, level, line.sector(), line.month()));
    }
}
