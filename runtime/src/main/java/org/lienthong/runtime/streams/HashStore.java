package org.lienthong.runtime.streams;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Values by key in a hash map. Kafka Streams' own store in memory keeps its keys sorted, and compares some twenty of
 * them each time it is asked; jobs that only ask for one key or for all are spared that.
 */
final class HashStore extends HeapStore {

    private final Map<Bytes, byte[]> values = new HashMap<>();

    HashStore(String name) {
        super(name);
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return values.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw new UnsupportedOperationException("the keys have no order");
    }

    /** In no order; what is put for the first time meanwhile is not among them. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(List.copyOf(values.entrySet()).iterator());
    }

    @Override
    public long approximateNumEntries() {
        return values.size();
    }

    @Override
    public void close() {
        values.clear();
        super.close();
    }

    private record Entries(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> entry = entries.next();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("nobody peeks");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
