package org.lienthong.streams.unit;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Copies a compacted topic into a store that every task can read. */
final class GlobalTable<V> implements Processor<String, V, Void, Void> {

    private final String storeName;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private KeyValueStore<String, V> store;

    GlobalTable(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, V> update) {
        store.put(update.key(), update.value());
    }
}
