package org.lienthong.runtime.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Where the state of a job is kept. Both are rebuilt from the same changelog, so that a deployment may change from one
 * to the other.
 */
public enum StateKeeping {
    /** On disk, as large as it gets; a start reads what was written since the last one. */
    ROCKSDB,
    /** In the heap: faster, as far as it reaches; every start reads the whole changelog. */
    HEAP;

    /** A store of values by text, with a changelog. */
    public <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return switch (this) {
            // The record cache spares reads and rewrites on disk; above the heap it would be a second copy.
            case ROCKSDB ->
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                        .withCachingEnabled();
            case HEAP -> Stores.keyValueStoreBuilder(HeapStore.supplier(name, HashStore::new), Serdes.String(), values);
        };
    }
}
