package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * The distinct events of every dossier, in the order of the fold. One entry an event, so that an event in order costs
 * one write however long the history is; the key sorts as {@link EventOrder} does.
 *
 * <p>Key: dossier code, 0x00, occurredAt and sequence as big-endian longs with the sign bit flipped, event id.
 */
final class DossierHistory {

    private static final byte END_OF_CODE = 0;

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec;

    DossierHistory(KeyValueStore<Bytes, byte[]> store, FactCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    Optional<Fact> find(String code, EventOrder order) {
        return Optional.ofNullable(store.get(key(code, order))).map(codec::fromHistory);
    }

    void add(Fact fact) {
        store.put(key(fact.dossierCode(), fact.order()), codec.toHistory(fact));
    }

    /** The record as all events of the dossier give it, earliest first. */
    DossierRecord replay(String code) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(bound(code, END_OF_CODE), bound(code, (byte) 1))) {
            Fact first = codec.fromHistory(entries.next().value);
            DossierRecord record = RecordEdits.blank(code, first.header());
            first.applyTo(record);
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                codec.fromHistory(entry.value).applyTo(record);
            }
            return record;
        }
    }

    static Bytes key(String code, EventOrder order) {
        byte[] codeBytes = code.getBytes(UTF_8);
        byte[] idBytes = order.eventId().getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(codeBytes.length + 1 + 2 * Long.BYTES + idBytes.length)
                .put(codeBytes)
                .put(END_OF_CODE)
                .putLong(order.occurredAtMicros() ^ Long.MIN_VALUE)
                .putLong(order.sequence() ^ Long.MIN_VALUE)
                .put(idBytes)
                .array());
    }

    private static Bytes bound(String code, byte end) {
        byte[] codeBytes = code.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(codeBytes.length + 1)
                .put(codeBytes)
                .put(end)
                .array());
    }
}
