package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lienthong.producers.yaml.StrictYaml;

/**
 * Time in which offices work: Monday to Friday, 07:00–11:30 and 13:30–17:00 in Asia/Ho_Chi_Minh, without public
 * holidays, with the Saturdays that make up for one. A working day has 8 hours; statutory time limits count in these.
 */
public final class WorkingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** The zone has kept this offset since 1975. */
    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

    static final int MINUTES_PER_DAY = 8 * 60;

    private static final int DAY = 86_400;
    private static final int OPENS = 7 * 3_600;
    private static final int MORNING = 16_200;
    private static final int AFTERNOON_OPENS = 13 * 3_600 + 1_800;
    private static final int WORKED_PER_DAY = MINUTES_PER_DAY * 60;

    private final Set<Long> holidays;
    private final Set<Long> workingSaturdays;

    public WorkingTime(Collection<LocalDate> holidays, Collection<LocalDate> workingSaturdays) {
        this.holidays = holidays.stream().map(LocalDate::toEpochDay).collect(Collectors.toUnmodifiableSet());
        this.workingSaturdays =
                workingSaturdays.stream().map(LocalDate::toEpochDay).collect(Collectors.toUnmodifiableSet());
    }

    /** With the days of {@code working-days.yaml}. */
    public static WorkingTime vietnam() {
        Days days = StrictYaml.resource(WorkingTime.class, "working-days.yaml", Days.class);
        return new WorkingTime(
                days.holidays().stream().map(Days.Day::date).toList(),
                days.workingSaturdays().stream().map(Days.Day::date).toList());
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorkingDay(day.toEpochDay());
    }

    /**
     * The moment at which so many minutes of work are done that begins at {@code start}; never outside office hours.
     */
    public Instant plusMinutes(Instant start, long minutes) {
        long local = start.getEpochSecond() + OFFSET.getTotalSeconds();
        long day = Math.floorDiv(local, DAY);
        int done = worked((int) Math.floorMod(local, (long) DAY));
        long left = minutes * 60;
        while (!isWorkingDay(day) || done + left > WORKED_PER_DAY) {
            if (isWorkingDay(day)) {
                left -= WORKED_PER_DAY - done;
            }
            day++;
            done = 0;
        }
        return Instant.ofEpochSecond(day * DAY + clock((int) (done + left)) - OFFSET.getTotalSeconds());
    }

    private boolean isWorkingDay(long epochDay) {
        long weekday = Math.floorMod(epochDay + 3, 7L); // day 0 was a Thursday
        if (weekday == 5) {
            return workingSaturdays.contains(epochDay);
        }
        return weekday < 5 && !holidays.contains(epochDay);
    }

    /** Seconds worked in a day by this second of it. */
    private static int worked(int second) {
        int morning = Math.min(Math.max(second - OPENS, 0), MORNING);
        return Math.min(morning + Math.max(second - AFTERNOON_OPENS, 0), WORKED_PER_DAY);
    }

    /** The second of the day at which so much is worked. */
    private static int clock(int worked) {
        return worked <= MORNING ? OPENS + worked : AFTERNOON_OPENS + worked - MORNING;
    }

    /** The file as it is written. */
    record Days(List<Day> holidays, List<Day> workingSaturdays) {
        record Day(LocalDate date, String name) {}
    }
}
