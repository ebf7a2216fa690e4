package org.lienthong.streams.dossier;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;

/**
 * The distinct events of every dossier, in the order of the fold: the whole state of the merge, from which every record
 * follows. One entry an event, so that an event in order costs one write however long the history is.
 */
final class DossierHistory {

    private final KeyValueStore<Bytes, byte[]> store;
    private final FactCodec codec;

    DossierHistory(KeyValueStore<Bytes, byte[]> store, FactCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** Whether an event is in the history. */
    enum Known {
        NO,
        YES,
        /** Another event has its order and its checksum: one in four thousand million of those that reuse an id. */
        CLASH
    }

    Known find(Fact fact, byte[] entry) {
        byte[] kept = store.get(HistoryKey.of(fact.dossierCode(), fact.order(), entry));
        if (kept == null) {
            return Known.NO;
        }
        return Arrays.equals(kept, entry) ? Known.YES : Known.CLASH;
    }

    void add(Fact fact, byte[] entry) {
        store.put(HistoryKey.of(fact.dossierCode(), fact.order(), entry), entry);
    }

    /**
     * The record as all events of the dossier give it; empty when there are none.
     *
     * @param seen is told of each fact as it is applied, and of its conflict
     */
    Optional<DossierRecord> replay(String code, RecordFold fold, BiConsumer<Fact, Optional<String>> seen) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(HistoryKey.first(code), HistoryKey.last(code))) {
            DossierRecord record = null;
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                Fact fact = codec.fromHistory(code, HistoryKey.order(code, entry.key), entry.value);
                record = record == null ? RecordFold.blank(fact) : record;
                seen.accept(fact, fold.apply(record, fact));
            }
            return Optional.ofNullable(record);
        }
    }

    /** The first dossier by its code; empty when there is none. */
    Optional<String> firstDossier() {
        return firstCode(null);
    }

    /** The dossier that follows by its code; empty after the last one. */
    Optional<String> dossierAfter(String code) {
        return firstCode(HistoryKey.last(code));
    }

    private Optional<String> firstCode(@Nullable Bytes from) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, null)) {
            return entries.hasNext() ? Optional.of(HistoryKey.code(entries.next().key)) : Optional.empty();
        }
    }
}
