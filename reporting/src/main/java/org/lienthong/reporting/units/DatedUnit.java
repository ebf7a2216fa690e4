package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * A unit with what connects it to others.
 *
 * @param validTo its last day; null: still valid
 * @param successors in the meaning of the day after {@code validTo}; several: it was divided
 * @param members of an AREA, in the meaning of its own period
 */
public record DatedUnit(
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        UnitLevel level,
        @Nullable String parentCode,
        List<Successor> successors,
        List<String> members) {

    /** @param share of the divided unit, 0 to 1; null: not known */
    public record Successor(String code, @Nullable Double share) {}

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !hasEndedBy(day);
    }

    boolean hasEndedBy(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }
}
