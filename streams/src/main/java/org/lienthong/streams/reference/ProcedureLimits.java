package org.lienthong.streams.reference;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Procedure;

/** Statutory time limits (thời hạn giải quyết) per procedure. Immutable. */
public final class ProcedureLimits {

    private final Map<String, Integer> hours;

    public ProcedureLimits(Collection<Procedure> procedures) {
        hours = procedures.stream()
                .filter(procedure -> procedure.getTimeLimitHours() > 0)
                .collect(Collectors.toUnmodifiableMap(Procedure::getCode, Procedure::getTimeLimitHours));
    }

    /** The limit in working hours; empty where the procedure is not known or has none. */
    public OptionalInt limitHours(@Nullable String procedureCode) {
        Integer limit = procedureCode == null ? null : hours.get(procedureCode);
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcedureLimits that && hours.equals(that.hours);
    }

    /** The same for the same limits on every machine. */
    @Override
    public int hashCode() {
        return hours.hashCode();
    }
}
