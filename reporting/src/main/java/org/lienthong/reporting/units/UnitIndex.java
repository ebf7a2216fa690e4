package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.DatedUnit.Successor;
import org.lienthong.schemas.reference.UnitLevel;

/** The units of all times, by what is asked of them: a country has some 14,000, and each is asked for on each map. */
final class UnitIndex {

    private final Map<String, List<DatedUnit>> byCode = new HashMap<>();
    private final Map<String, List<DatedUnit>> bySuccessor = new HashMap<>();
    private final Map<String, List<DatedUnit>> areasByMember = new HashMap<>();

    UnitIndex(Collection<DatedUnit> units) {
        for (DatedUnit unit : units) {
            add(byCode, unit.code(), unit);
            unit.successors().stream().map(Successor::code).distinct().forEach(code -> add(bySuccessor, code, unit));
            if (unit.level() == UnitLevel.AREA) {
                unit.members().stream().distinct().forEach(code -> add(areasByMember, code, unit));
            }
        }
    }

    /** The unit that the code meant on the day. */
    Optional<DatedUnit> find(@Nullable String code, LocalDate on) {
        return of(byCode, code).filter(unit -> unit.isValidOn(on)).findFirst();
    }

    /** The units that ended when this one began, and name it as a successor. */
    Stream<DatedUnit> predecessors(DatedUnit unit) {
        LocalDate before = unit.validFrom().minusDays(1);
        return of(bySuccessor, unit.code()).filter(other -> before.equals(other.validTo()));
    }

    /** The areas of that day that the code is a member of. */
    Stream<DatedUnit> areas(String member, LocalDate on) {
        return of(areasByMember, member).filter(area -> area.isValidOn(on));
    }

    private static void add(Map<String, List<DatedUnit>> index, String code, DatedUnit unit) {
        index.computeIfAbsent(code, first -> new ArrayList<>(1)).add(unit);
    }

    private static Stream<DatedUnit> of(Map<String, List<DatedUnit>> index, @Nullable String code) {
        return index.getOrDefault(code, List.of()).stream();
    }
}
