package org.lienthong.producers.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {

    private final WorkingTime workingTime = WorkingTime.vietnam();

    @ParameterizedTest(name = "{0} + {1} min = {2} ({3})")
    @CsvSource({
        "2025-07-01T07:00, 60, 2025-07-01T08:00, a Tuesday",
        "2025-07-01T11:00, 60, 2025-07-01T14:00, over noon",
        "2025-07-01T11:00, 30, 2025-07-01T11:30, to the end of the morning",
        "2025-07-01T12:00, 30, 2025-07-01T14:00, begun at noon",
        "2025-07-01T07:00, 480, 2025-07-01T17:00, a working day",
        "2025-07-01T10:00, 480, 2025-07-02T10:00, a working day from ten to ten",
        "2025-07-01T18:00, 60, 2025-07-02T08:00, begun after hours",
        "2025-07-04T16:00, 120, 2025-07-07T08:00, over a weekend",
        "2025-01-24T16:00, 120, 2025-02-03T08:00, over Tết",
        "2025-04-25T16:00, 120, 2025-04-26T08:00, into the Saturday that makes up for 2 May",
        "2025-04-29T16:00, 120, 2025-05-05T08:00, over the holidays of April and May",
        "2025-08-29T16:00, 120, 2025-09-03T08:00, over National Day",
        "2025-06-01T03:00, 0, 2025-06-02T07:00, nothing to do on a Sunday night",
    })
    void plusMinutes(LocalDateTime start, long minutes, LocalDateTime end, String why) {
        assertThat(workingTime.plusMinutes(at(start), minutes)).as(why).isEqualTo(at(end));
    }

    @Test
    void workingDaysOfTheYear() {
        long days = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .filter(workingTime::isWorkingDay)
                .count();
        assertThat(days).as("261 weekdays, 12 off, one Saturday").isEqualTo(250);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingTime.ZONE).toInstant();
    }
}
