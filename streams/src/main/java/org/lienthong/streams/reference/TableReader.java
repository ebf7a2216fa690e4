package org.lienthong.streams.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the values of a {@link GlobalTable}; throws what their deserializer throws. */
public final class TableReader<V> {

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private final Function<byte[], V> decode;

    TableReader(ReadOnlyKeyValueStore<String, byte[]> store, Function<byte[], V> decode) {
        this.store = store;
        this.decode = decode;
    }

    /** The values whose keys lie between two keys, both included, in the order of the keys. */
    public List<V> range(String from, String to) {
        return values(store.range(from, to));
    }

    List<V> all() {
        return values(store.all());
    }

    private List<V> values(KeyValueIterator<String, byte[]> entries) {
        List<V> values = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> values.add(decode.apply(entry.value)));
        }
        return values;
    }
}
