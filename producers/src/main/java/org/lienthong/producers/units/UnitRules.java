package org.lienthong.producers.units;

import static org.lienthong.producers.problem.ProblemCode.UNIT_ENDS_BEFORE_IT_BEGINS;
import static org.lienthong.producers.problem.ProblemCode.UNIT_MEMBERS_WITHOUT_AREA;
import static org.lienthong.producers.problem.ProblemCode.UNIT_MEMBER_UNKNOWN;
import static org.lienthong.producers.problem.ProblemCode.UNIT_OVERLAP;
import static org.lienthong.producers.problem.ProblemCode.UNIT_PARENT_CYCLE;
import static org.lienthong.producers.problem.ProblemCode.UNIT_PARENT_UNKNOWN;
import static org.lienthong.producers.problem.ProblemCode.UNIT_SHARES_WRONG;
import static org.lienthong.producers.problem.ProblemCode.UNIT_SUCCESSOR_UNKNOWN;
import static org.lienthong.producers.problem.ProblemCode.UNIT_SUCCESSOR_WITHOUT_END;
import static org.lienthong.producers.problem.ProblemCode.UNIT_TWICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * What units must be to make maps: on each day a code is one unit at most; parents are there on the first and the last
 * day, successors on the day after, members of an area on its first; nothing stands above itself; shares are parts of a
 * whole.
 */
final class UnitRules {

    private static final double TOLERANCE = 0.001;

    private final List<PlacedUnit> units;
    private final Map<String, List<PlacedUnit>> byCode = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private UnitRules(List<PlacedUnit> units) {
        this.units = units;
        units.forEach(placed -> byCode.computeIfAbsent(placed.unit().getCode(), code -> new ArrayList<>())
                .add(placed));
    }

    /** All that is wrong, in the order of the units; empty: they may be published. */
    static List<Problem> problems(List<PlacedUnit> units) {
        return new UnitRules(units).problems();
    }

    private List<Problem> problems() {
        for (PlacedUnit placed : units) {
            days(placed);
            parent(placed);
            successors(placed);
            members(placed);
        }
        return problems;
    }

    private void days(PlacedUnit placed) {
        LocalDate from = placed.unit().getValidFrom();
        LocalDate to = placed.unit().getValidTo();
        if (to != null && to.isBefore(from)) {
            problem(UNIT_ENDS_BEFORE_IT_BEGINS, placed, to);
            return;
        }
        // Each pair is told once, at the unit that begins later or stands further down.
        boolean further = false;
        for (PlacedUnit other : byCode.getOrDefault(placed.unit().getCode(), List.of())) {
            Unit earlier = other.unit();
            if (other == placed) {
                further = true;
            } else if (earlier.getValidFrom().equals(from)) {
                if (!further) {
                    problem(UNIT_TWICE, placed, other.place());
                }
            } else if (earlier.getValidFrom().isBefore(from) && isValidOn(earlier, from)) {
                problem(UNIT_OVERLAP, placed, other.key(), other.place());
            }
        }
    }

    private void parent(PlacedUnit placed) {
        Unit unit = placed.unit();
        String parent = unit.getParentCode();
        if (parent == null) {
            return;
        }
        LocalDate last = unit.getValidTo() == null ? LocalDate.MAX : unit.getValidTo();
        if (find(parent, unit.getValidFrom()).isEmpty()) {
            problem(UNIT_PARENT_UNKNOWN, placed, parent, unit.getValidFrom());
        } else if (find(parent, last).isEmpty()) {
            problem(UNIT_PARENT_UNKNOWN, placed, parent, last.equals(LocalDate.MAX) ? "∞" : last);
        }
        List<String> chain = new ArrayList<>(List.of(unit.getCode()));
        while (parent != null && !chain.contains(parent)) {
            chain.add(parent);
            parent = find(parent, unit.getValidFrom()).map(Unit::getParentCode).orElse(null);
        }
        if (Objects.equals(parent, unit.getCode())) {
            chain.add(parent);
            problem(UNIT_PARENT_CYCLE, placed, String.join(" → ", chain));
        }
    }

    private void successors(PlacedUnit placed) {
        Unit unit = placed.unit();
        LocalDate last = unit.getValidTo();
        if (unit.getSuccessors().isEmpty()) {
            return;
        }
        if (last == null) {
            problem(UNIT_SUCCESSOR_WITHOUT_END, placed);
            return;
        }
        for (Successor successor : unit.getSuccessors()) {
            if (find(successor.getCode(), last.plusDays(1)).isEmpty()) {
                problem(UNIT_SUCCESSOR_UNKNOWN, placed, successor.getCode(), last.plusDays(1));
            }
        }
        List<@Nullable Double> shares =
                unit.getSuccessors().stream().map(Successor::getShare).toList();
        if (!arePartsOfAWhole(shares)) {
            problem(UNIT_SHARES_WRONG, placed, shares);
        }
    }

    private static boolean arePartsOfAWhole(List<@Nullable Double> shares) {
        double sum = 0;
        boolean allKnown = true;
        for (Double share : shares) {
            if (share == null) {
                allKnown = false;
            } else if (share >= 0 && share <= 1) {
                sum += share;
            } else {
                return false;
            }
        }
        return sum <= 1 + TOLERANCE && (!allKnown || sum >= 1 - TOLERANCE);
    }

    private void members(PlacedUnit placed) {
        Unit unit = placed.unit();
        if (unit.getLevel() != UnitLevel.AREA && !unit.getMembers().isEmpty()) {
            problem(UNIT_MEMBERS_WITHOUT_AREA, placed);
            return;
        }
        for (String member : unit.getMembers()) {
            if (find(member, unit.getValidFrom()).isEmpty()) {
                problem(UNIT_MEMBER_UNKNOWN, placed, member, unit.getValidFrom());
            }
        }
    }

    private Optional<Unit> find(String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream()
                .map(PlacedUnit::unit)
                .filter(unit -> isValidOn(unit, day))
                .findFirst();
    }

    private static boolean isValidOn(Unit unit, LocalDate day) {
        return !day.isBefore(unit.getValidFrom()) && (unit.getValidTo() == null || !day.isAfter(unit.getValidTo()));
    }

    private void problem(ProblemCode code, PlacedUnit placed, Object... values) {
        List<Object> arguments = new ArrayList<>(List.of(placed.place(), placed.key()));
        arguments.addAll(List.of(values));
        problems.add(Problem.of(code, arguments.toArray()));
    }
}
