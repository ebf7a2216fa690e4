package org.lienthong.streams.record;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;

/** Reference data that the fold looks at: the same for all dossiers, and given before their events. */
public interface Reference {

    /** Weekdays without holidays, and no procedure: for what needs no reference data. */
    Reference NONE = new Reference() {
        @Override
        public WorkingTime workingTime() {
            return WorkingTime.WEEKDAYS;
        }

        @Override
        public Optional<Duration> timeLimit(@Nullable String procedureCode) {
            return Optional.empty();
        }
    };

    WorkingTime workingTime();

    /** The statutory limit in working time; empty for an unknown procedure, or one without a limit. */
    Optional<Duration> timeLimit(@Nullable String procedureCode);
}
