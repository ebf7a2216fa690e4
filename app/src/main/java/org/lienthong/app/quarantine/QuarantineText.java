package org.lienthong.app.quarantine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.reporting.quarantine.QuarantineEntry;
import org.lienthong.reporting.quarantine.QuarantineEntry.Redrive;
import org.lienthong.schemas.calendar.WorkingTime;

/** Entries as a person reads them. What a refused event calls itself may be anything, a terminal's commands too. */
public final class QuarantineText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(WorkingTime.ZONE);
    private static final int WIDEST = 40;

    private QuarantineText() {}

    /** On one line, and short enough for a column. */
    public static String cell(@Nullable String text) {
        String shown = printable(text).replace('\n', '\ufffd');
        return shown.codePointCount(0, shown.length()) <= WIDEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, WIDEST)) + "…";
    }

    /** Without control characters but the ends of lines. */
    public static String printable(@Nullable String text) {
        if (text == null) {
            return "–";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? '\ufffd' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** In Asia/Ho_Chi_Minh. */
    public static String time(Instant moment) {
        return TIME.format(moment);
    }

    public static String state(Console console, QuarantineEntry entry) {
        Redrive redrive = entry.redrive();
        return redrive == null
                ? console.text("quarantine.state." + entry.state())
                : console.text("quarantine.state.REDRIVEN", redrive.outcome());
    }
}
