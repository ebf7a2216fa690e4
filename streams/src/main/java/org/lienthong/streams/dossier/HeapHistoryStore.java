package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.streams.HeapStore;

/**
 * The history in the heap, one array for each dossier. What is asked for is nearly always one dossier, which is one
 * hash away, where a sorted map of entries compares keys twenty times. For what does not fit there is RocksDB.
 */
final class HeapHistoryStore extends HeapStore {

    private final Map<String, PackedEntries> dossiers = new HashMap<>();

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
        String code = HistoryKey.code(key);
        PackedEntries entries = dossiers.get(code);
        if (value != null) {
            if (entries == null) {
                entries = new PackedEntries(prefixLength(code));
                dossiers.put(code, entries);
            }
            entries.put(key.get(), value);
        } else if (entries != null) {
            entries.remove(key.get());
            if (entries.isEmpty()) {
                dossiers.remove(code);
            }
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        PackedEntries entries = dossiers.get(HistoryKey.code(key));
        return entries == null ? null : entries.get(key.get());
    }

    /**
     * The entries of one dossier, or of all from one on. A walk, which asks for the dossier after the one that it had,
     * does not meet dossiers that came after its first step.
     */
    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        if (from != null && to != null) {
            String code = HistoryKey.code(from);
            return new Entries(List.of(code).iterator());
        }
        if (from == null) {
            walk = dossiers.keySet().stream().sorted().toList();
            return new Entries(walk.iterator());
        }
        int after = Collections.binarySearch(walk, HistoryKey.code(from));
        return new Entries(walk.listIterator(after < 0 ? -after - 1 : after + 1));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(List.copyOf(dossiers.keySet()).iterator());
    }

    @Override
    public long approximateNumEntries() {
        return dossiers.values().stream().mapToLong(PackedEntries::count).sum();
    }

    @Override
    public void close() {
        dossiers.clear();
        super.close();
    }

    /** Of the code and its end, which all keys of the dossier begin with. */
    private static int prefixLength(String code) {
        return code.length() + 1;
    }

    /** The entries of these dossiers, one after the other. */
    private final class Entries implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<String> codes;
        private Iterator<KeyValue<Bytes, byte[]>> entries = Collections.emptyIterator();

        Entries(Iterator<String> codes) {
            this.codes = codes;
        }

        @Override
        public boolean hasNext() {
            while (!entries.hasNext() && codes.hasNext()) {
                String code = codes.next();
                PackedEntries dossier = dossiers.get(code);
                if (dossier != null) {
                    entries = dossier.iterator(Arrays.copyOf(code.getBytes(US_ASCII), prefixLength(code)));
                }
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
