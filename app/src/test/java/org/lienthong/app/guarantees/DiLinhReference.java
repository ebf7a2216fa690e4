package org.lienthong.app.guarantees;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.reference.ProcedureLimits;

/** The reference data that every site has. */
final class DiLinhReference implements Reference {

    private static final WorkingTime WORKING_TIME = WorkingDays.workingTime();
    private static final ProcedureLimits LIMITS =
            new ProcedureLimits(ReferenceData.diLinh().procedures());

    @Override
    public WorkingTime workingTime() {
        return WORKING_TIME;
    }

    @Override
    public Optional<Duration> timeLimit(@Nullable String procedureCode) {
        OptionalInt hours = LIMITS.limitHours(procedureCode);
        return hours.isPresent() ? Optional.of(Duration.ofHours(hours.getAsInt())) : Optional.empty();
    }
}
