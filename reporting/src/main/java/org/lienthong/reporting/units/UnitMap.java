package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.DatedUnit.Successor;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * The units of one day, and under which of them the dossiers of every unit of every time are counted.
 *
 * <p>The rule: a unit that is on the map is itself. One that ended is its successor; a divided commune goes whole to the
 * successor with the largest known share, else to the one that kept its code, else to the first that is named; any other
 * divided unit, whose work no single successor took over, to the unit that stands above all of them. One that began
 * later is its predecessor, or the smallest unit that held all of them. Without either, what stood above it counts its
 * dossiers. So every dossier is counted under exactly one unit of every map, and sums agree on all.
 */
public final class UnitMap {

    private final Map<String, List<DatedUnit>> byCode = new HashMap<>();
    private final Collection<DatedUnit> units;
    private final LocalDate day;

    /** @param units of all times */
    public UnitMap(Collection<DatedUnit> units, LocalDate day) {
        this.units = units;
        this.day = day;
        units.forEach(unit -> byCode.computeIfAbsent(unit.code(), code -> new ArrayList<>())
                .add(unit));
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
        List<DatedUnit> above = chain(unit);
        List<String> codes = above.stream().map(DatedUnit::code).toList();
        above.remove(0);
        units.stream()
                .filter(area -> area.level() == UnitLevel.AREA && area.isValidOn(day))
                .filter(area -> !area.equals(unit) && !above.contains(area))
                .filter(area -> area.members().stream().anyMatch(codes::contains))
                .forEach(above::add);
        return above;
    }

    private Optional<Target> target(DatedUnit unit, boolean divided, Set<DatedUnit> seen) {
        if (unit.isValidOn(day)) {
            return Optional.of(new Target(unit, divided));
        }
        if (!seen.add(unit)) {
            return Optional.empty(); // a history that leads back to itself
        }
        Optional<Target> found =
                unit.hasEndedBy(day) ? forward(unit, divided, seen) : backward(unit, divided, seen);
        return found.or(() -> find(unit.parentCode(), unit.validFrom()).flatMap(up -> target(up, divided, seen)));
    }

    private Optional<Target> forward(DatedUnit unit, boolean divided, Set<DatedUnit> seen) {
        LocalDate after = unit.validTo() == null ? day : unit.validTo().plusDays(1);
        List<Successor> named = unit.successors().stream()
                .filter(successor -> find(successor.code(), after).isPresent())
                .toList();
        if (named.size() > 1 && unit.level() != UnitLevel.COMMUNE) {
            List<DatedUnit> all = named.stream()
                    .flatMap(successor -> find(successor.code(), after).stream())
                    .toList();
            return new UnitMap(units, after).commonAbove(all).flatMap(up -> target(up, true, seen));
        }
        return named.stream()
                .max(Comparator.comparingDouble(
                                (Successor successor) -> successor.share() == null ? 0 : successor.share())
                        .thenComparing(successor -> successor.code().equals(unit.code()))
                        .thenComparing(named::indexOf, Comparator.reverseOrder()))
                .flatMap(main -> find(main.code(), after))
                .flatMap(main -> target(main, divided || named.size() > 1, seen));
    }

    private Optional<Target> backward(DatedUnit unit, boolean divided, Set<DatedUnit> seen) {
        LocalDate before = unit.validFrom().minusDays(1);
        List<Target> earlier = units.stream()
                .filter(other -> before.equals(other.validTo()))
                .filter(other -> other.successors().stream().anyMatch(s -> s.code().equals(unit.code())))
                .flatMap(other -> target(other, divided, seen).stream())
                .distinct()
                .toList();
        if (earlier.size() <= 1) {
            return earlier.stream().findFirst();
        }
        return commonAbove(earlier.stream().map(Target::unit).toList()).map(up -> new Target(up, true));
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
        Optional<DatedUnit> parent = find(unit.parentCode(), day);
        while (parent.isPresent() && !chain.contains(parent.get())) {
            chain.add(parent.get());
            parent = find(parent.get().parentCode(), day);
        }
        return chain;
    }

    private Optional<DatedUnit> find(@Nullable String code, LocalDate on) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(unit -> unit.isValidOn(on))
                .findFirst();
    }
}
