package org.lienthong.streams.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what was made of a table until the table changes. Belongs to one task: not thread-safe. */
final class TableView<V, T> implements Supplier<T> {

    private final ReadOnlyKeyValueStore<String, V> table;
    private final LongSupplier changes;
    private final Function<Collection<V>, T> make;
    private long madeAt;
    private @Nullable T made;

    TableView(ReadOnlyKeyValueStore<String, V> table, LongSupplier changes, Function<Collection<V>, T> make) {
        this.table = table;
        this.changes = changes;
        this.make = make;
    }

    @Override
    public T get() {
        // Counted before it is read: a change in between is seen by the next call.
        long now = changes.getAsLong();
        T current = made;
        if (current == null || now != madeAt) {
            current = make.apply(values());
            made = current;
            madeAt = now;
        }
        return current;
    }

    private List<V> values() {
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<String, V> all = table.all()) {
            all.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }
}
