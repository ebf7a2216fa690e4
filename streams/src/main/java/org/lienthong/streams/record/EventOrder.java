package org.lienthong.streams.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;

/**
 * The place of an event in the life of its dossier: by time of the fact, then by the source's sequence, then by id, so
 * that any two distinct events have one order that no arrival can change.
 *
 * @param occurredAtMicros microseconds since the epoch, UTC
 */
public record EventOrder(long occurredAtMicros, long sequence, String eventId) implements Comparable<EventOrder> {

    private static final Comparator<EventOrder> ORDER = Comparator.comparingLong(EventOrder::occurredAtMicros)
            .thenComparingLong(EventOrder::sequence)
            .thenComparing(EventOrder::eventId);

    public static EventOrder of(EventHeader header) {
        return new EventOrder(micros(header.getOccurredAt()), header.getSequence(), header.getEventId());
    }

    /** The last event that the record has folded; not to be asked of a blank record. */
    public static EventOrder lastOf(DossierRecord record) {
        return new EventOrder(micros(record.getLastEventAt()), record.getLastSequence(), record.getLastEventId());
    }

    @Override
    public int compareTo(EventOrder other) {
        return ORDER.compare(this, other);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
