package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.kafka.common.utils.Bytes;
import org.lienthong.schemas.serde.WireFormat;
import org.lienthong.streams.record.EventOrder;

/**
 * The key of a history entry, which sorts as the fold does: dossier code, 0x00, time in microseconds and sequence as
 * big-endian longs with the sign bit flipped, event id, 0x00, CRC-32C of the entry. The checksum keeps two events apart
 * that share all of the rest.
 */
final class HistoryKey {

    private static final byte END = 0;
    private static final byte AFTER_END = 1;
    private static final int FIXED = 1 + 2 * Long.BYTES + 1 + Integer.BYTES;

    private HistoryKey() {}

    /** @param code and event id in ASCII, as the rules for facts demand */
    static Bytes of(String code, EventOrder order, byte[] entry) {
        CRC32C checksum = new CRC32C();
        // Without the id that the registry of this deployment gave to the schema.
        checksum.update(entry, WireFormat.PREFIX_LENGTH, entry.length - WireFormat.PREFIX_LENGTH);
        return Bytes.wrap(ByteBuffer.allocate(code.length() + order.eventId().length() + FIXED)
                .put(code.getBytes(US_ASCII))
                .put(END)
                .putLong(order.occurredAtMicros() ^ Long.MIN_VALUE)
                .putLong(order.sequence() ^ Long.MIN_VALUE)
                .put(order.eventId().getBytes(US_ASCII))
                .put(END)
                .putInt((int) checksum.getValue())
                .array());
    }

    /** The order in a key of the dossier. */
    static EventOrder order(String code, Bytes key) {
        ByteBuffer buffer = ByteBuffer.wrap(key.get());
        int at = code.length() + 1;
        int idAt = at + 2 * Long.BYTES;
        int idLength = key.get().length - idAt - 1 - Integer.BYTES;
        return new EventOrder(
                buffer.getLong(at) ^ Long.MIN_VALUE,
                buffer.getLong(at + Long.BYTES) ^ Long.MIN_VALUE,
                new String(key.get(), idAt, idLength, US_ASCII));
    }

    /** The dossier of a key, or of a bound. */
    static String code(Bytes key) {
        return new String(key.get(), 0, codeLength(key), US_ASCII);
    }

    /** Of the code that a key, or a bound, begins with; no code has a control character in it. */
    static int codeLength(Bytes key) {
        byte[] bytes = key.get();
        int length = 0;
        while (bytes[length] > AFTER_END) {
            length++;
        }
        return length;
    }

    /** Below all keys of the dossier. */
    static Bytes first(String code) {
        return bound(code, END);
    }

    /** Above all keys of the dossier. */
    static Bytes last(String code) {
        return bound(code, AFTER_END);
    }

    private static Bytes bound(String code, byte end) {
        return Bytes.wrap(ByteBuffer.allocate(code.length() + 1)
                .put(code.getBytes(US_ASCII))
                .put(end)
                .array());
    }
}
