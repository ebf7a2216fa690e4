package org.lienthong.producers.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.lienthong.producers.yaml.StrictYaml;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.reference.WorkingDay;

/** The days that differ from Monday to Friday in Viet Nam, as {@code vietnam/working-days.yaml} lists them. */
public final class WorkingDays {

    private static final List<WorkingDay> VIETNAM = StrictYaml.resource(
                    WorkingDays.class, "vietnam/working-days.yaml", Days.class)
            .exceptions();

    private WorkingDays() {}

    /** Sorted by date. */
    public static List<WorkingDay> vietnam() {
        return VIETNAM;
    }

    public static WorkingTime workingTime() {
        return new WorkingTime(VIETNAM);
    }

    /** The file as it is written. */
    record Days(List<Day> holidays, List<Day> workedWeekends) {

        record Day(LocalDate date, String name) {

            WorkingDay as(boolean working) {
                return new WorkingDay(date, working, name);
            }
        }

        List<WorkingDay> exceptions() {
            return Stream.concat(
                            holidays.stream().map(day -> day.as(false)),
                            workedWeekends.stream().map(day -> day.as(true)))
                    .sorted((a, b) -> a.getDate().compareTo(b.getDate()))
                    .toList();
        }
    }
}
