package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.reporting.units.DatedUnit.Successor;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * The units of one day, and under which of them the dossiers of every unit of every time are counted.
 *
 * <p>The rule: a unit that is on the map is itself. One that ended is its successor; a divided commune goes whole to
 * the successor with the largest known share, else to the one that kept its code, else to the first that is named; any
 * other divided unit, whose work no single successor took over, to the unit that stands above all of them. One that
 * began later is its predecessor, or the smallest unit that held all of them, or, where nothing held them all
 * (provinces that merged), the one whose code it kept, else the first. Without any of these, what stood above it counts
 * its dossiers. So every dossier is counted under exactly one unit of every map, and sums agree on all.
 */
public final class UnitMap {

    private final UnitIndex index;
    private final LocalDate day;

    /** @param units of all times */
    public UnitMap(Collection<DatedUnit> units, LocalDate day) {
        this(new UnitIndex(units), day);
    }

    private UnitMap(UnitIndex index, LocalDate day) {
        this.index = index;
        this.day = day;
    }

    /** The first days of all maps: those on which a unit began, or the day before was the last of one. */
    public static TreeSet<LocalDate> days(Collection<DatedUnit> units) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (DatedUnit unit : units) {
            days.add(unit.validFrom());
            if (unit.validTo() != null) {
                days.add(unit.validTo().plusDays(1));
            }
        }
        return days;
    }

    public boolean isOn(DatedUnit unit) {
        return unit.isValidOn(day);
    }

    /** @param divided whether a division lies between: then the whole was counted where only a part belongs */
    public record Target(DatedUnit unit, boolean divided) {}

    /** Where the dossiers of the unit are counted on this map; empty: nowhere on it, not even in something above. */
    public Optional<Target> target(DatedUnit unit) {
        return target(unit, false, new HashSet<>());
    }

    /** The units above one of this map: nearest first, then the areas that it or any of those belongs to. */
    public List<DatedUnit> above(DatedUnit unit) {
        List<DatedUnit> chain = chain(unit);
        Set<DatedUnit> above = new LinkedHashSet<>(chain);
        chain.forEach(link -> index.areas(link.code(), day).forEach(above::add));
        above.remove(unit);
        return List.copyOf(above);
    }

    private Optional<Target> target(DatedUnit unit, boolean divided, Set<DatedUnit> path) {
        if (unit.isValidOn(day)) {
            return Optional.of(new Target(unit, divided));
        }
        if (!path.add(unit)) {
            return Optional.empty(); // a history that leads back to itself
        }
        Optional<Target> found = (unit.hasEndedBy(day) ? forward(unit, divided, path) : backward(unit, divided, path))
                .or(() -> index.find(unit.parentCode(), unit.validFrom()).flatMap(up -> target(up, divided, path)));
        path.remove(unit); // another way may lead through it too
        return found;
    }

    private Optional<Target> forward(DatedUnit unit, boolean divided, Set<DatedUnit> path) {
        LocalDate after = unit.validTo() == null ? day : unit.validTo().plusDays(1);
        List<Successor> named = unit.successors().stream()
                .filter(successor -> index.find(successor.code(), after).isPresent())
                .toList();
        if (named.size() > 1 && unit.level() != UnitLevel.COMMUNE) {
            List<DatedUnit> all = named.stream()
                    .flatMap(successor -> index.find(successor.code(), after).stream())
                    .toList();
            return new UnitMap(index, after).commonAbove(all).flatMap(up -> target(up, true, path));
        }
        return named.stream()
                .max(Comparator.comparingDouble(
                                (Successor successor) -> successor.share() == null ? 0 : successor.share())
                        .thenComparing(successor -> successor.code().equals(unit.code()))
                        .thenComparing(named::indexOf, Comparator.reverseOrder()))
                .flatMap(main -> index.find(main.code(), after))
                .flatMap(main -> target(main, divided || named.size() > 1, path));
    }

    private Optional<Target> backward(DatedUnit unit, boolean divided, Set<DatedUnit> path) {
        List<Target> earlier = index.predecessors(unit)
                .flatMap(other -> target(other, divided, path).stream())
                .distinct()
                .toList();
        if (earlier.size() <= 1) {
            return earlier.stream().findFirst();
        }
        List<DatedUnit> all = earlier.stream().map(Target::unit).toList();
        return commonAbove(all)
                .or(() -> all.stream()
                        .filter(one -> one.code().equals(unit.code()))
                        .findFirst())
                .or(() -> Optional.of(all.get(0)))
                .map(up -> new Target(up, true));
    }

    /** The smallest unit of this map that is or stands above all of these. */
    private Optional<DatedUnit> commonAbove(List<DatedUnit> these) {
        List<DatedUnit> common = chain(these.get(0));
        these.forEach(unit -> common.retainAll(chain(unit)));
        return common.stream().findFirst();
    }

    /** The unit and its parents, without a repetition. */
    private List<DatedUnit> chain(DatedUnit unit) {
        List<DatedUnit> chain = new ArrayList<>(List.of(unit));
        Optional<DatedUnit> parent = index.find(unit.parentCode(), day);
        while (parent.isPresent() && !chain.contains(parent.get())) {
            chain.add(parent.get());
            parent = index.find(parent.get().parentCode(), day);
        }
        return chain;
    }
}
