package org.lienthong.app.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, while the demo runs, when the first figure of a unit is there for everyone to read. */
public final class FirstFigure implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FirstFigure.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String FOUND = "SELECT received FROM lienthong.unit_statistics WHERE received > 0 LIMIT 1";

    private final Reader reader;
    private final long start;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::look, "first-figure");
    private volatile @Nullable Duration found;

    /** @param start of the demo, {@link System#nanoTime} */
    public FirstFigure(DataSource database, long start) {
        this.reader = new Reader(database);
        this.start = start;
        thread.start();
    }

    /** How long after the start it was there; empty: not yet. */
    public Optional<Duration> after() {
        return Optional.ofNullable(found);
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        thread.join();
    }

    private void look() {
        try {
            do {
                if (!reader.list(FOUND, row -> row.getLong(1)).isEmpty()) {
                    found = Duration.ofNanos(System.nanoTime() - start);
                    return;
                }
            } while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (SQLException e) {
            LOG.warn("the first figure is not looked for any more reason={}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
