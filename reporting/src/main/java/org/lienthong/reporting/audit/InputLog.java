package org.lienthong.reporting.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Outcome;

/**
 * One input partition in memory: which offsets have a record, which a receipt with which outcome, and a hash of each
 * event id. About five and a quarter bytes an event.
 */
final class InputLog {

    private static final int UNREADABLE = 0;
    private static final Outcome[] OUTCOMES = Outcome.values();

    /** Offset of the first record that is still there; others count from it. */
    private final long base;

    /** Offset after the last record that the merge has committed. */
    private final long bound;

    private final BitSet read = new BitSet();
    private int[] idHashes = new int[1024];
    /** Ordinal of the outcome plus one; 0: no receipt. */
    private byte[] outcomes = new byte[1024];

    InputLog(long base, long bound) {
        this.base = base;
        this.bound = bound;
    }

    void event(long offset, @Nullable String eventId) {
        int at = at(offset);
        read.set(at);
        idHashes = grown(idHashes, at);
        idHashes[at] = eventId == null ? UNREADABLE : hash(eventId);
    }

    boolean isInFlight(long offset) {
        return offset >= bound;
    }

    /** Whether the offset lies before what is still on the topic: its event has gone by retention. */
    boolean isGone(long offset) {
        return offset < base;
    }

    boolean hasEvent(long offset) {
        return read.get(at(offset));
    }

    boolean hasReceipt(long offset) {
        int at = at(offset);
        return at < outcomes.length && outcomes[at] != 0;
    }

    void receipt(long offset, Outcome outcome) {
        int at = at(offset);
        if (at >= outcomes.length) {
            outcomes = Arrays.copyOf(outcomes, Math.max(at + 1, outcomes.length * 2));
        }
        outcomes[at] = (byte) (outcome.ordinal() + 1);
    }

    /**
     * Whether the event at the offset has another id than the receipt says; what cannot be read differs from nothing.
     */
    boolean isAnotherEvent(long offset, @Nullable String eventId) {
        int hash = idHashes[at(offset)];
        return hash != UNREADABLE && eventId != null && hash != hash(eventId);
    }

    long records() {
        return read.cardinality();
    }

    /** Offset of the last record; -1: none. */
    long lastOffset() {
        return read.isEmpty() ? -1 : base + read.length() - 1;
    }

    /** Offsets with a record and no receipt, up to the given number. */
    long[] withoutReceipt(int most) {
        return read.stream()
                .filter(at -> at >= outcomes.length || outcomes[at] == 0)
                .limit(most)
                .mapToLong(at -> base + at)
                .toArray();
    }

    /** Receipts by outcome, of events up to the offset. */
    Map<Outcome, Long> outcomesUpTo(long lastOffset) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            counts.put(outcome, 0L);
        }
        long end = Math.min(lastOffset - base + 1, outcomes.length);
        for (int at = 0; at < end; at++) {
            if (outcomes[at] != 0) {
                counts.merge(OUTCOMES[outcomes[at] - 1], 1L, Long::sum);
            }
        }
        return counts;
    }

    private int at(long offset) {
        return Math.toIntExact(offset - base);
    }

    private static int hash(String eventId) {
        int hash = eventId.hashCode();
        return hash == UNREADABLE ? 1 : hash;
    }

    private static int[] grown(int[] array, int at) {
        return at < array.length ? array : Arrays.copyOf(array, Math.max(at + 1, array.length * 2));
    }
}
