package org.lienthong.reporting.api;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What many ask for and one makes, once for each version of what it is made of. While it is made anew, the others get
 * the last one, if that held a moment ago; else they wait.
 */
final class Shared<V> {

    /** How long a value may be given after a newer version was seen. */
    static final Duration STILL_GOOD = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<V> made;

    /** When the value was last known to hold. */
    private volatile long heldAt;

    Shared(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Makes the value, or says why there is none; the next who asks is told anew. */
    interface Maker<V> {
        V make() throws SQLException, ProblemException;
    }

    private record Made<V>(V value, long version) {}

    V get(long version, Maker<V> maker) throws SQLException, ProblemException {
        Made<V> last = made;
        if (last != null && last.version() == version) {
            heldAt = nanoTime.getAsLong();
            return last.value();
        }
        if (!making.tryLock()) {
            if (last != null && nanoTime.getAsLong() - heldAt < STILL_GOOD.toNanos()) {
                return last.value();
            }
            making.lock();
        }
        try {
            Made<V> others = made; // by whoever held the lock
            if (others != null && others.version() >= version) {
                return others.value();
            }
            V value = maker.make();
            made = new Made<>(value, version);
            heldAt = nanoTime.getAsLong();
            return value;
        } finally {
            making.unlock();
        }
    }
}
