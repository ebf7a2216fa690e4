package org.lienthong.runtime.streams;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What stores in the heap have in common: they must fit into it, and are read from the changelog at each start. Not
 * thread-safe: a store belongs to one task.
 */
public abstract class HeapStore implements KeyValueStore<Bytes, byte[]> {

    private static final Position NOWHERE = Position.emptyPosition();

    private final String name;
    private boolean open;

    protected HeapStore(String name) {
        this.name = name;
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Nobody asks for a state at least as new as some offset. */
    @Override
    public Position getPosition() {
        return NOWHERE;
    }

    /** What a builder of stores asks for; {@code make} makes a store of the name. */
    public static KeyValueBytesStoreSupplier supplier(
            String name, Function<String, KeyValueStore<Bytes, byte[]>> make) {
        return new KeyValueBytesStoreSupplier() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return make.apply(name);
            }

            @Override
            public String metricsScope() {
                return "heap";
            }
        };
    }
}
