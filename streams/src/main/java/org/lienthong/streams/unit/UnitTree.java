package org.lienthong.streams.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.streams.reference.TableReader;

/** Units as they were on a day. A code alone names no unit: after a reform it may name another place. */
final class UnitTree {

    private final TableReader<Unit> units;

    /** @param units all dated units, keyed {@code code@validFrom} */
    UnitTree(TableReader<Unit> units) {
        this.units = units;
    }

    /** The unit that the code meant on the day. */
    Optional<Unit> find(@Nullable String code, LocalDate day) {
        if (code == null || code.isEmpty()) {
            return Optional.empty();
        }
        // '@' separates code and date, and 'A' is the character after it.
        return units.range(code + "@", code + "A").stream()
                .filter(unit -> isValidOn(unit, day))
                .findFirst();
    }

    /** The units above it on that day, nearest first. */
    List<Unit> ancestors(Unit unit, LocalDate day) {
        List<Unit> ancestors = new ArrayList<>();
        Optional<Unit> parent = find(unit.getParentCode(), day);
        // A tree that points back at itself ends where it would repeat.
        while (parent.isPresent()
                && !ancestors.contains(parent.get())
                && !parent.get().equals(unit)) {
            ancestors.add(parent.get());
            parent = find(parent.get().getParentCode(), day);
        }
        return ancestors;
    }

    private static boolean isValidOn(Unit unit, LocalDate day) {
        return !day.isBefore(unit.getValidFrom()) && (unit.getValidTo() == null || !day.isAfter(unit.getValidTo()));
    }
}
