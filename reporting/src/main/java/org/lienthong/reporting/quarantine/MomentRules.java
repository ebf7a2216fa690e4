package org.lienthong.reporting.quarantine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.lienthong.schemas.calendar.WorkingTime;

/**
 * Moments as people give them: a date of Asia/Ho_Chi_Minh ({@code 2025-07-01}) or a moment with its offset
 * ({@code 2025-07-01T08:30:00+07:00}).
 */
public final class MomentRules {

    private static final int LAST_YEAR = 9_999;

    private MomentRules() {}

    /** @throws DateTimeException for a text of neither form; also for years that nobody means */
    public static Instant since(String text) {
        return isDate(text) ? startOf(LocalDate.parse(text)) : moment(text);
    }

    /** The moment before which something happened: of a date, its end, so that the day itself is meant too. */
    public static Instant until(String text) {
        return isDate(text) ? startOf(LocalDate.parse(text).plusDays(1)) : moment(text);
    }

    private static boolean isDate(String text) {
        return text.indexOf('T') < 0;
    }

    private static Instant startOf(LocalDate day) {
        return inOurEra(day.getYear(), day.atStartOfDay(WorkingTime.ZONE).toInstant());
    }

    private static Instant moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        return inOurEra(moment.getYear(), moment.toInstant());
    }

    private static Instant inOurEra(int year, Instant moment) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
        return moment;
    }
}
