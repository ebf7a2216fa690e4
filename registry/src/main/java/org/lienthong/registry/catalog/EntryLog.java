package org.lienthong.registry.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where entries are kept: an ordered log with one writer at a time and any number of followers. */
public interface EntryLog extends AutoCloseable {

    /** Begins to hand every entry, old and new, to the follower, in order and from one thread; returns at once. */
    void follow(Consumer<Entry> follower);

    /** Whether the follower has had everything that was in the log at the start. */
    boolean isReady();

    /** What ended the following although nobody closed the log. */
    Optional<Throwable> failure();

    /**
     * Call before deciding what to append: returns when this process is the writer and the follower has had every
     * entry.
     *
     * @throws RegistryException with HTTP status 503 when this process cannot write (yet, or any more)
     */
    void prepare();

    /**
     * Appends all entries or none, and returns when the follower has had them.
     *
     * @throws RegistryException with HTTP status 500 when it is not known in time whether they were written, 503 when
     *     another writer has taken over
     */
    void append(List<Entry> entries);

    @Override
    void close();
}
