package org.lienthong.reporting.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.lienthong.schemas.calendar.WorkingTime;

/** Cells as text. */
final class CellRules {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CellRules() {}

    /** A spreadsheet takes such a text for a formula and runs it; an apostrophe says that it is none. */
    static String defused(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** On the clock of the people who read it. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atZone(WorkingTime.ZONE)
                .toOffsetDateTime()
                .toString();
    }
}
