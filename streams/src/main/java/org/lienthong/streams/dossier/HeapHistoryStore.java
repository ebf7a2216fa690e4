package org.lienthong.streams.dossier;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.streams.HeapStore;

/**
 * The history in the heap. What is asked for is nearly always one dossier, which is one hash away, where a sorted map
 * of entries compares keys twenty times. For what does not fit there is RocksDB.
 */
final class HeapHistoryStore extends HeapStore {

    private final HistoryChains dossiers = new HistoryChains();

    /** The codes at the start of the last walk through all dossiers, sorted. */
    private List<String> walk = List.of();

    private HeapHistoryStore(String name) {
        super(name);
    }

    static KeyValueBytesStoreSupplier supplier(String name) {
        return supplier(name, HeapHistoryStore::new);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        int codeLength = HistoryKey.codeLength(key);
        if (value == null) {
            dossiers.remove(key.get(), codeLength);
        } else {
            dossiers.put(key.get(), codeLength, value);
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return dossiers.get(key.get(), HistoryKey.codeLength(key));
    }

    /**
     * The entries of one dossier, or of all from one on. A walk, which asks for the dossier after the one that it had,
     * does not meet dossiers that came after its first step.
     */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        if (from != null && to != null) {
            return new Entries(List.of(from).iterator());
        }
        if (from == null) {
            walk = dossiers.codes().stream().sorted().toList();
            return new Entries(bounds(walk));
        }
        int after = Collections.binarySearch(walk, HistoryKey.code(from));
        return new Entries(bounds(walk.subList(after < 0 ? -after - 1 : after + 1, walk.size())));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(bounds(dossiers.codes()));
    }

    @Override
    public long approximateNumEntries() {
        return dossiers.entries();
    }

    @Override
    public void close() {
        dossiers.clear();
        super.close();
    }

    private static Iterator<Bytes> bounds(List<String> codes) {
        return codes.stream().map(HistoryKey::first).iterator();
    }

    /** The entries of the dossiers that these keys belong to, one after the other. */
    private final class Entries implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<Bytes> keys;
        private Iterator<KeyValue<Bytes, byte[]>> entries = Collections.emptyIterator();

        Entries(Iterator<Bytes> keys) {
            this.keys = keys;
        }

        @Override
        public boolean hasNext() {
            while (!entries.hasNext() && keys.hasNext()) {
                Bytes key = keys.next();
                entries = dossiers.of(key.get(), HistoryKey.codeLength(key)).iterator();
            }
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return entries.next();
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("nobody peeks into a history");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
