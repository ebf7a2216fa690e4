package org.lienthong.streams.reference;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what was made of a table until the table changes. Belongs to one task: not thread-safe. */
final class TableView<V, T> implements Supplier<T> {

    private final TableReader<V> table;
    private final LongSupplier changes;
    private final Function<Collection<V>, T> make;
    private long madeAt;
    private @Nullable T made;

    TableView(TableReader<V> table, LongSupplier changes, Function<Collection<V>, T> make) {
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
            current = make.apply(table.all());
            made = current;
            madeAt = now;
        }
        return current;
    }
}
