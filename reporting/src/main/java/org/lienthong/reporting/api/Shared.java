package org.lienthong.reporting.api;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What many ask for and one makes, once for each version of what it is made of. While it is made anew, the others get
 * the last one, if that held a moment ago; else they wait. They then meet the failure of the one that made it too: if
 * each tried for itself, one after the other, the last would wait for the patience of all.
 */
final class Shared<V> {

    private final Duration stillGood;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Making<V>> making = new AtomicReference<>();
    private volatile @Nullable Made<V> made;

    /** When the value was last known to hold. */
    private volatile long heldAt;

    /**
     * @param stillGood how long a value may be given after it last held, while it is made anew
     * @param nanoTime {@link System#nanoTime}
     */
    Shared(Duration stillGood, LongSupplier nanoTime) {
        this.stillGood = stillGood;
        this.nanoTime = nanoTime;
    }

    /** Makes the value. */
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
        Making<V> own = new Making<>();
        Making<V> others = making.compareAndExchange(null, own);
        if (others == null) {
            return make(own, last, version, maker);
        }
        if (last != null && nanoTime.getAsLong() - heldAt < stillGood.toNanos()) {
            return last.value();
        }
        Made<V> theirs = others.await();
        // They may have begun before this version was seen, and then need not have met what is in it.
        return theirs.version() >= version ? theirs.value() : get(version, maker);
    }

    /** The turn ends before the others are told: one of them who asks again then never meets this attempt anew. */
    private V make(Making<V> own, @Nullable Made<V> last, long version, Maker<V> maker)
            throws SQLException, ProblemException {
        try {
            Made<V> newest = made; // by whoever was done between the look at it and the turn to make it
            if (newest == null || newest == last || newest.version() < version) {
                long begun = nanoTime.getAsLong(); // what is written from now on need not be in it
                newest = new Made<>(maker.make(), version);
                heldAt = begun;
                made = newest;
            }
            making.set(null);
            own.made.complete(newest);
            return newest.value();
        } catch (SQLException | ProblemException | RuntimeException | Error e) {
            making.set(null);
            own.made.completeExceptionally(e);
            throw e;
        }
    }

    /** One attempt to make the value, for those who wait for it. */
    private static final class Making<V> {

        private final CompletableFuture<Made<V>> made = new CompletableFuture<>();

        private Made<V> await() throws SQLException, ProblemException {
            try {
                return made.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof SQLException database) {
                    throw database;
                }
                if (e.getCause() instanceof ProblemException problem) {
                    throw problem;
                }
                throw e;
            }
        }
    }
}
