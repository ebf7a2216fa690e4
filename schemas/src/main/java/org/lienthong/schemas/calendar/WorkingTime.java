package org.lienthong.schemas.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.WorkingDay;

/**
 * Time in which offices work: Monday to Friday, 07:00–11:30 and 13:30–17:00 in Asia/Ho_Chi_Minh, without public
 * holidays, with the Saturdays that make up for one. A working day has 8 hours; statutory time limits count in these.
 * Immutable; counts in whole seconds.
 */
public final class WorkingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The zone has kept this offset since 1975. */
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    /** A working day. */
    public static final Duration DAY = Duration.ofHours(8);

    /** Monday to Friday, without any holiday. */
    public static final WorkingTime WEEKDAYS = new WorkingTime(Set.of());

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int OPENS = 7 * 3_600;
    private static final int MORNING = 16_200;
    private static final int AFTERNOON_OPENS = 13 * 3_600 + 1_800;
    private static final int WORKED_PER_DAY = (int) DAY.toSeconds();

    private final Set<Long> holidays;
    private final Set<Long> extraDays;

    /** @param exceptions the days that differ from Monday to Friday, as {@code ref.working-days} has them */
    public WorkingTime(Collection<WorkingDay> exceptions) {
        holidays = epochDays(exceptions, false);
        extraDays = epochDays(exceptions, true);
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day.toEpochDay());
    }

    /** The moment at which so much work is done that begins at {@code start}; never outside office hours. */
    public Instant plus(Instant start, Duration work) {
        long local = local(start);
        long day = Math.floorDiv(local, SECONDS_OF_DAY);
        long done = worked(Math.floorMod(local, SECONDS_OF_DAY));
        long left = work.toSeconds();
        while (!isWorkingDay(day) || done + left > WORKED_PER_DAY) {
            if (isWorkingDay(day)) {
                left -= WORKED_PER_DAY - done;
            }
            day++;
            done = 0;
        }
        return instant(day, clock(done + left));
    }

    /** The latest moment from which so much work is done by {@code end}. */
    public Instant minus(Instant end, Duration work) {
        long local = local(end);
        long day = Math.floorDiv(local, SECONDS_OF_DAY);
        long before = isWorkingDay(day) ? worked(Math.floorMod(local, SECONDS_OF_DAY)) : 0;
        long left = work.toSeconds();
        while (left > before) {
            left -= before;
            day--;
            before = isWorkingDay(day) ? WORKED_PER_DAY : 0;
        }
        return left == 0 ? end : instant(day, clock(before - left));
    }

    /** How much is worked from one moment to a later one; zero when it is not later. */
    public Duration between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        long first = Math.floorDiv(local(from), SECONDS_OF_DAY);
        long last = Math.floorDiv(local(to), SECONDS_OF_DAY);
        long seconds = 0;
        for (long day = first; day <= last; day++) {
            if (isWorkingDay(day)) {
                long begin = day == first ? worked(Math.floorMod(local(from), SECONDS_OF_DAY)) : 0;
                long end = day == last ? worked(Math.floorMod(local(to), SECONDS_OF_DAY)) : WORKED_PER_DAY;
                seconds += end - begin;
            }
        }
        return Duration.ofSeconds(seconds);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingTime that && holidays.equals(that.holidays) && extraDays.equals(that.extraDays);
    }

    /** The same for the same days on every machine. */
    @Override
    public int hashCode() {
        return 31 * holidays.hashCode() + extraDays.hashCode();
    }

    private boolean isWorkingDay(long epochDay) {
        long weekday = Math.floorMod(epochDay + 3, 7L); // day 0 was a Thursday
        return weekday < 5 ? !holidays.contains(epochDay) : extraDays.contains(epochDay);
    }

    private static Set<Long> epochDays(Collection<WorkingDay> exceptions, boolean working) {
        return exceptions.stream()
                .filter(day -> day.getWorking() == working)
                .map(day -> day.getDate().toEpochDay())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long local(Instant instant) {
        return instant.getEpochSecond() + OFFSET.getTotalSeconds();
    }

    private static Instant instant(long day, long second) {
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + second - OFFSET.getTotalSeconds());
    }

    /** Seconds worked in a day by this second of it. */
    private static long worked(long second) {
        long morning = Math.min(Math.max(second - OPENS, 0), MORNING);
        return Math.min(morning + Math.max(second - AFTERNOON_OPENS, 0), WORKED_PER_DAY);
    }

    /** The second of the day at which so much is worked. */
    private static long clock(long worked) {
        return worked <= MORNING ? OPENS + worked : AFTERNOON_OPENS + worked - MORNING;
    }
}
