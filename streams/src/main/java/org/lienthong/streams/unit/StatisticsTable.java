package org.lienthong.streams.unit;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
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
    private final Set<String> changed = new LinkedHashSet<>();

    public StatisticsTable(UnitTree tree) {
        this.tree = tree;
    }

    /** The tree by which it is summed. */
    UnitTree tree() {
        return tree;
    }

    /** Adds {@code sign} times what one dossier counts. */
    public void add(DossierContribution part, int sign) {
        UnitKey unit = new UnitKey(part.getUnitCode(), part.getUnitValidFrom());
        add(unit, part.getSector(), part.getMonth(), tally -> tally.add(part.getFigures(), part.getTimeBin(), sign));
    }

    /** Adds {@code sign} times the figures of a cell. */
    void add(UnitPartial part, int sign) {
        add(
                UnitKey.of(part),
                part.getSector(),
                part.getMonth(),
                tally -> tally.add(part.getFigures(), part.getWorkingTimes(), sign));
    }

    /** Tells of all that changed since the last time: its key on the topic, and the figures as they are now. */
    public void drain(BiConsumer<String, UnitStatistics> reader) {
        changed.forEach(key -> reader.accept(key, requireNonNull(sums.get(key)).toStatistics()));
        changed.clear();
    }

    /** What the other table had and this one has not is there with zeros, and told of next time. */
    void takeOver(StatisticsTable before) {
        Set<String> gone = new HashSet<>(before.sums.keySet());
        gone.removeAll(sums.keySet());
        for (String key : gone) {
            sums.put(key, requireNonNull(before.sums.get(key)).emptied());
            changed.add(key);
        }
        changed.addAll(before.changed);
    }

    private void add(UnitKey key, Sector sector, String month, Consumer<Tally> part) {
        Unit unit = tree.find(key).orElse(null);
        add(key, unit, sector, month, part);
        List<Unit> above = unit == null ? List.of() : tree.above(unit, key.dayIn(month));
        above.forEach(ancestor -> add(UnitKey.of(ancestor), ancestor, sector, month, part));
    }

    private void add(UnitKey unit, @Nullable Unit known, Sector sector, String month, Consumer<Tally> part) {
        String key = unit.statisticsKey(sector, month);
        part.accept(sums.computeIfAbsent(
                        key, sum -> new StatisticsSum(unit, known == null ? null : known.getLevel(), sector, month))
                .tally());
        changed.add(key);
    }
}
