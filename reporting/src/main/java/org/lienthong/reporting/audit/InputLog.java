package org.lienthong.reporting.audit;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Outcome;

/**
 * One input partition in memory, up to where the merge had committed: which offsets have an event, a hash of its id,
 * and the outcome of its receipt. An offset takes 5⅛ bytes (one bit, four bytes, one byte), 1 byte where retention has
 * taken the event away; a partition may have 2^31 offsets. That a foreign id has the hash of the right one happens once
 * in 2^32.
 */
final class InputLog {

    private static final int UNREADABLE = 0;
    private static final Outcome[] OUTCOMES = Outcome.values();

    /** The first offset that is still there; hashes count from it. */
    private final int first;

    private final BitSet events = new BitSet();
    private final int[] idHashes;
    /** Ordinal of the outcome plus one; 0: no receipt. */
    private final byte[] outcomes;
    /** Receipts of events that the merge committed after the audit began. */
    private final Map<Long, Outcome> inFlight = new HashMap<>();

    /**
     * @param first the first offset that is still on the topic
     * @param bound the offset after the last record that the merge had committed
     */
    InputLog(long first, long bound) {
        this.first = Math.toIntExact(first);
        outcomes = new byte[Math.toIntExact(bound)];
        idHashes = new int[Math.max(0, outcomes.length - this.first)];
    }

    /** @param eventId null where the bytes cannot be read */
    void event(long offset, @Nullable String eventId) {
        int at = Math.toIntExact(offset);
        events.set(at);
        idHashes[at - first] = eventId == null ? UNREADABLE : hash(eventId);
    }

    boolean isInFlight(long offset) {
        return offset >= outcomes.length;
    }

    /** Whether there is an event at the offset, or may have been before retention took it away. */
    boolean hasEvent(long offset) {
        return offset >= 0 && (offset < first || events.get((int) offset));
    }

    /** Whether the event has another id than its receipt says; where either cannot be read nobody can tell. */
    boolean isAnotherEvent(long offset, @Nullable String eventId) {
        if (eventId == null || offset < first) {
            return false;
        }
        int hash = idHashes[(int) offset - first];
        return hash != UNREADABLE && hash != hash(eventId);
    }

    /** Takes the first receipt of an event; says false to a second one. */
    boolean receipt(long offset, Outcome outcome) {
        if (isInFlight(offset)) {
            return inFlight.putIfAbsent(offset, outcome) == null;
        }
        if (outcomes[(int) offset] != 0) {
            return false;
        }
        outcomes[(int) offset] = (byte) (outcome.ordinal() + 1);
        return true;
    }

    long read() {
        return events.cardinality();
    }

    /** Offset of the last event; -1: none. */
    long lastOffset() {
        return events.length() - 1L;
    }

    /** Offsets from where the merge had committed to the end. */
    long waiting(long end) {
        return Math.max(0, end - outcomes.length);
    }

    LongStream withoutReceipt() {
        return events.stream().filter(at -> outcomes[at] == 0).asLongStream();
    }

    /** Offsets of receipts whose events cannot exist. */
    LongStream receiptsFrom(long end) {
        return inFlight.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(offset -> offset >= end)
                .sorted();
    }

    /** How many receipts there are of events in flight, up to and with this offset. */
    long inFlightUpTo(long last) {
        return inFlight.keySet().stream().filter(offset -> offset <= last).count();
    }

    /** Receipts by outcome, of events up to and with this offset, in flight or not. */
    Map<Outcome, Long> outcomesUpTo(long last) {
        Map<Outcome, Long> counts = settled(last);
        inFlight.forEach((offset, outcome) -> {
            if (offset <= last) {
                counts.merge(outcome, 1L, Long::sum);
            }
        });
        return counts;
    }

    /** Receipts by outcome, of events that are not in flight. */
    Map<Outcome, Long> settled() {
        return settled(outcomes.length);
    }

    private Map<Outcome, Long> settled(long last) {
        long[] counts = new long[OUTCOMES.length + 1];
        long end = Math.min(last + 1, outcomes.length);
        for (int at = 0; at < end; at++) {
            counts[outcomes[at]]++;
        }
        Map<Outcome, Long> settled = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            settled.put(outcome, counts[outcome.ordinal() + 1]);
        }
        return settled;
    }

    private static int hash(String eventId) {
        int hash = eventId.hashCode();
        return hash == UNREADABLE ? 1 : hash;
    }
}
