package org.lienthong.streams.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which dossier is to be looked at when, to the millisecond. However many timers are set, only those that are due are
 * read. They follow from what is kept of the open dossiers, are set anew from it at each start, and are no state of
 * their own.
 */
public final class Timers {

    private static final Comparator<Timer> EARLIEST_FIRST =
            Comparator.comparingLong(Timer::millis).thenComparing(Timer::code);

    private final NavigableSet<Timer> timers = new TreeSet<>(EARLIEST_FIRST);

    private record Timer(long millis, String code) {}

    public void set(Instant at, String code) {
        timers.add(new Timer(at.toEpochMilli(), code));
    }

    public void cancel(Instant at, String code) {
        timers.remove(new Timer(at.toEpochMilli(), code));
    }

    /** The dossiers whose time has come by then, earliest first. Their timers stay set. */
    public List<String> upTo(Instant now) {
        // No code is empty, so this is after every timer of the moment and before all later ones.
        return timers.headSet(new Timer(now.toEpochMilli() + 1, ""), false).stream()
                .map(Timer::code)
                .toList();
    }
}
