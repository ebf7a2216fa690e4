package org.lienthong.streams.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Unit;

/** Units as they were on a day. A code alone names no unit: after a reform it may name another place. */
final class UnitTree {

    private final ReadOnlyKeyValueStore<String, Unit> units;

    /** @param units all dated units, keyed {@code code@validFrom} */
    UnitTree(ReadOnlyKeyValueStore<String, Unit> units) {
        this.units = units;
    }

    /** The unit that the code meant on the day. */
    Optional<Unit> find(@Nullable String code, LocalDate day) {
        if (code == null || code.isEmpty()) {
            return Optional.empty();
        }
        // '@' separates code and date, and 'A' is the character after it.
        try (KeyValueIterator<String, Unit> versions = units.range(code + "@", code + "A")) {
            while (versions.hasNext()) {
                Unit unit = versions.next().value;
                if (isValidOn(unit, day)) {
                    return Optional.of(unit);
                }
            }
        }
        return Optional.empty();
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
