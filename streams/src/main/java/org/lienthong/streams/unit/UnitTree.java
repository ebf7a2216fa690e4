package org.lienthong.streams.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** Units as they were on a day. A code alone names no unit: after a reform it may name another place. Immutable. */
public final class UnitTree {

    private final Map<String, List<Unit>> byCode = new HashMap<>();
    private final Map<String, List<Unit>> areasByMember = new HashMap<>();

    /** @param units all dated units */
    public UnitTree(Collection<Unit> units) {
        units.forEach(unit -> byCode.computeIfAbsent(unit.getCode(), code -> new ArrayList<>())
                .add(unit));
        units.stream()
                .filter(unit -> unit.getLevel() == UnitLevel.AREA)
                .forEach(area -> area.getMembers()
                        .forEach(member -> areasByMember
                                .computeIfAbsent(member, code -> new ArrayList<>())
                                .add(area)));
    }

    /** The unit that the code meant on the day. */
    public Optional<Unit> find(@Nullable String code, LocalDate day) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(unit -> isValidOn(unit, day))
                .findFirst();
    }

    /** The unit of this identity. */
    Optional<Unit> find(UnitKey key) {
        return byCode.getOrDefault(key.code(), List.of()).stream()
                .filter(unit -> unit.getValidFrom().equals(key.validFrom()))
                .findFirst();
    }

    /** The units above it on that day: nearest first, and then the areas that any of them, or itself, belongs to. */
    public List<Unit> above(Unit unit, LocalDate day) {
        List<Unit> above = new ArrayList<>();
        Optional<Unit> parent = find(unit.getParentCode(), day);
        // A tree that points back at itself ends where it would repeat.
        while (parent.isPresent()
                && !above.contains(parent.get())
                && !parent.get().equals(unit)) {
            above.add(parent.get());
            parent = find(parent.get().getParentCode(), day);
        }
        List<Unit> chain = new ArrayList<>(above);
        chain.add(unit);
        for (Unit member : chain) {
            areasByMember.getOrDefault(member.getCode(), List.of()).stream()
                    .filter(area -> isValidOn(area, day) && !area.equals(unit) && !above.contains(area))
                    .forEach(above::add);
        }
        return above;
    }

    private static boolean isValidOn(Unit unit, LocalDate day) {
        return !day.isBefore(unit.getValidFrom()) && (unit.getValidTo() == null || !day.isAfter(unit.getValidTo()));
    }
}
