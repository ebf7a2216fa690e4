package org.lienthong.streams.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which dossier is to be looked at when. The key is the moment as a big-endian long of milliseconds, then the dossier
 * code: however many timers are set, only those that are due are read.
 */
public final class Timers {

    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;

    public Timers(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void set(Instant at, String code) {
        store.put(key(at.toEpochMilli(), code), NOTHING);
    }

    public void cancel(Instant at, String code) {
        store.delete(key(at.toEpochMilli(), code));
    }

    /** The dossiers whose time has come, earliest first. Their timers stay set. */
    public List<String> upTo(Instant now) {
        List<String> codes = new ArrayList<>();
        // No code is empty, so the bare next millisecond is after every key of this one.
        try (KeyValueIterator<Bytes, byte[]> due = store.range(key(0, ""), key(now.toEpochMilli() + 1, ""))) {
            due.forEachRemaining(entry -> codes.add(code(entry.key.get())));
        }
        return codes;
    }

    /** What was due before 1970 is due at once. */
    private static Bytes key(long milliseconds, String code) {
        byte[] codeBytes = code.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + codeBytes.length)
                .putLong(Math.max(0, milliseconds))
                .put(codeBytes)
                .array());
    }

    private static String code(byte[] key) {
        return new String(key, Long.BYTES, key.length - Long.BYTES, UTF_8);
    }
}
