package org.lienthong.reporting.api;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Freshness;
import org.lienthong.reporting.figures.SummaryQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells live listeners ({@code /v1/events}, server-sent events) that figures changed: an event {@code changed} with the
 * version, at most once a second; {@code unavailable} while the database does not answer. What changed, they ask.
 */
final class Ticker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** Often enough for a listener, and every proxy on the way, to see that the line is not dead. */
    private static final int TICKS_BETWEEN_SIGNS_OF_LIFE = 10;

    private static final String MEDIA_TYPE = "text/event-stream";
    private static final int MOST_LISTENERS = 1_000;

    private final SummaryQuery database;
    private final Set<SseClient> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "report-server-ticker");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Freshness told;
    private int quietTicks;

    Ticker(DataSource database) {
        this.database = new SummaryQuery(database);
    }

    void start() {
        clock.scheduleWithFixedDelay(this::tick, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Without this header the answer would just be empty. */
    static void requireEventStream(Context request) throws ProblemException {
        String accept = request.header("Accept");
        if (accept == null || !accept.contains(MEDIA_TYPE)) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE,
                    "Địa chỉ này gửi luồng sự kiện; thêm tiêu đề Accept: " + MEDIA_TYPE + ".",
                    "This address sends a stream of events; add the header Accept: " + MEDIA_TYPE + ".");
        }
    }

    void join(SseClient listener) {
        if (listeners.size() >= MOST_LISTENERS) {
            listener.sendEvent("unavailable", ProblemCode.TOO_MANY_LISTENERS.name());
            listener.close();
            return;
        }
        listener.keepAlive();
        listener.onClose(() -> listeners.remove(listener));
        listeners.add(listener);
        Freshness known = told;
        if (known != null) {
            listener.sendEvent("changed", known);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        listeners.forEach(SseClient::close);
    }

    private void tick() {
        if (listeners.isEmpty()) {
            told = null;
            return;
        }
        try {
            Freshness now = database.freshness();
            if (!now.equals(told)) {
                told = now;
                tell("changed", now);
            } else if (++quietTicks >= TICKS_BETWEEN_SIGNS_OF_LIFE) {
                quietTicks = 0;
                listeners.forEach(listener -> listener.sendComment("alive"));
            }
        } catch (SQLException e) {
            told = null;
            tell("unavailable", Map.of("code", ProblemCode.DATABASE_UNAVAILABLE));
        } catch (RuntimeException e) { // the edge of the thread: a listener that went away must not end the ticks
            LOG.debug("tick failed", e);
        }
    }

    private void tell(String event, Object data) {
        quietTicks = 0;
        listeners.forEach(listener -> listener.sendEvent(event, data));
    }
}
