package org.lienthong.producers.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.reference.WorkingDay;

class WorkingDaysTest {

    private final WorkingTime workingTime = WorkingDays.workingTime();

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
    void plus(LocalDateTime start, long minutes, LocalDateTime end, String why) {
        assertThat(workingTime.plus(at(start), Duration.ofMinutes(minutes)))
                .as(why)
                .isEqualTo(at(end));
    }

    @Test
    void workingDaysOfTheYear() {
        long days = LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .filter(workingTime::isWorkingDay)
                .count();
        assertThat(days).as("261 weekdays, 12 off, one Saturday").isEqualTo(250);
    }

    @ParameterizedTest(name = "{0}: {1} working days ({2})")
    @CsvSource({
        "2012, 251, 261 weekdays and 11 off with one Saturday; another is worked in January 2013",
        "2016, 251, 261 weekdays and 10 off",
        "2021, 250, 261 weekdays and 11 off: National Day has two days",
        "2026, 250, 261 weekdays and 13 off with two Saturdays for them",
    })
    void workingDaysOfOtherYears(int year, long days, String why) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(workingTime::isWorkingDay)
                        .count())
                .as(why)
                .isEqualTo(days);
    }

    @Test
    void everyDayIsListedOnceAndDiffersFromTheWeek() {
        assertThat(WorkingDays.vietnam())
                .extracting(WorkingDay::getDate)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(WorkingDays.vietnam())
                .allSatisfy(day -> assertThat(WorkingTime.WEEKDAYS.isWorkingDay(day.getDate()))
                        .as(day.toString())
                        .isNotEqualTo(day.getWorking()));
    }

    @Test
    void everySwappedDayIsWorkedOnAWeekend() {
        long swapped = WorkingDays.vietnam().stream()
                .filter(day -> day.getLabel().equals("Nghỉ hoán đổi"))
                .count();

        assertThat(WorkingDays.vietnam()).filteredOn(WorkingDay::getWorking).hasSize((int) swapped);
    }

    @ParameterizedTest(name = "{2} − {1} min = {0} ({3})")
    @CsvSource({
        "2025-07-01T07:00, 60, 2025-07-01T08:00, a Tuesday",
        "2025-07-01T11:00, 60, 2025-07-01T14:00, over noon",
        "2025-07-01T16:00, 120, 2025-07-02T08:00, over night",
        "2025-07-04T16:00, 120, 2025-07-07T08:00, over a weekend",
        "2025-01-24T16:00, 120, 2025-02-03T08:00, over Tết",
        "2025-06-27T16:30, 30, 2025-06-29T03:00, back from a Sunday night",
    })
    void minus(LocalDateTime start, long minutes, LocalDateTime end, String why) {
        assertThat(workingTime.minus(at(end), Duration.ofMinutes(minutes)))
                .as(why)
                .isEqualTo(at(start));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} min ({3})")
    @CsvSource({
        "2025-07-01T07:00, 2025-07-01T08:00, 60, a Tuesday",
        "2025-07-01T11:00, 2025-07-01T14:00, 60, over noon",
        "2025-07-01T00:00, 2025-07-08T00:00, 2400, a week has five days",
        "2025-01-20T07:00, 2025-02-03T07:00, 2400, Tết does not count",
        "2025-07-05T09:00, 2025-07-06T09:00, 0, a weekend",
        "2025-07-02T09:00, 2025-07-01T09:00, 0, backwards",
    })
    void between(LocalDateTime from, LocalDateTime to, long minutes, String why) {
        assertThat(workingTime.between(at(from), at(to))).as(why).isEqualTo(Duration.ofMinutes(minutes));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WorkingTime.ZONE).toInstant();
    }
}
