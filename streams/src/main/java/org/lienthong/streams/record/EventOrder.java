package org.lienthong.streams.record;

import org.lienthong.schemas.avro.Micros;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;

/**
 * The place of an event in the life of its dossier: by time of the fact, then by the source's sequence, then by id, so
 * that any two distinct events have one order that no arrival can change.
 *
 * @param occurredAtMicros microseconds since the epoch, UTC
 */
public record EventOrder(long occurredAtMicros, long sequence, String eventId) implements Comparable<EventOrder> {

    public static EventOrder of(EventHeader header) {
        return new EventOrder(Micros.of(header.getOccurredAt()), header.getSequence(), header.getEventId());
    }

    /** The last event that the record has folded; not to be asked of a blank record. */
    public static EventOrder lastOf(DossierRecord record) {
        return new EventOrder(Micros.of(record.getLastEventAt()), record.getLastSequence(), record.getLastEventId());
    }

    @Override
    public int compareTo(EventOrder other) {
        return compareTo(other.occurredAtMicros, other.sequence, other.eventId);
    }

    /** As {@link #compareTo} with {@link #lastOf}, without making one: every event is asked. */
    public int compareToLastOf(DossierRecord record) {
        return compareTo(Micros.of(record.getLastEventAt()), record.getLastSequence(), record.getLastEventId());
    }

    private int compareTo(long otherMicros, long otherSequence, String otherId) {
        int byTime = Long.compare(occurredAtMicros, otherMicros);
        if (byTime != 0) {
            return byTime;
        }
        int bySequence = Long.compare(sequence, otherSequence);
        return bySequence != 0 ? bySequence : eventId.compareTo(otherId);
    }
}
