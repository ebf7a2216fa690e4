package org.lienthong.streams.deadline;

import java.time.Duration;

/**
 * How deadlines are watched.
 *
 * @param warnHours working hours before its due date from which a dossier is due soon; a working day has 8
 */
public record DeadlineSettings(int warnHours) {

    public static final DeadlineSettings DEFAULTS = new DeadlineSettings(8);

    /** A working year: whoever asks for more means something else. */
    private static final int MOST_HOURS = 2_000;

    public DeadlineSettings {
        if (warnHours < 1 || warnHours > MOST_HOURS) {
            throw new IllegalArgumentException("deadline.warnHours must be 1 to " + MOST_HOURS);
        }
    }

    Duration warning() {
        return Duration.ofHours(warnHours);
    }
}
