package org.lienthong.reporting.api;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.lienthong.reporting.api.ChangeHandler.Followed;
import org.lienthong.reporting.changes.Change;
import org.lienthong.reporting.changes.ChangePlace;
import org.lienthong.reporting.changes.ChangeQuery;
import org.lienthong.reporting.changes.ChangeQuery.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each follower of a unit what changes there ({@code /v1/units/{code}/changes/stream}, server-sent events): an
 * event {@code changed}, {@code moved} or {@code deleted} per dossier, whose id is the cursor to go on from;
 * {@code unavailable} while the database does not answer. A thread for each: one whose line is stuck holds up nobody.
 */
final class ChangeStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    static final int MOST_FOLLOWERS = 100;

    private static final int PAGE = 200;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** Often enough for a client, and every proxy on the way, to see that the line is not dead. */
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(10);

    private static final String SECONDS_TO_WAIT = "30";

    private final ChangeHandler handler;
    private final ChangeQuery changes;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    /** However many follow, they leave the other requests their connections to the database. */
    private final Semaphore questions = new Semaphore(2);

    ChangeStream(DataSource database) {
        this.handler = new ChangeHandler(database);
        this.changes = new ChangeQuery(database);
    }

    /** Refuses, before the stream begins, what would only be an empty one. */
    void check(Context request) throws SQLException, ProblemException {
        Ticker.requireEventStream(request);
        if (followers.size() >= MOST_FOLLOWERS) {
            request.header("Retry-After", SECONDS_TO_WAIT);
            throw new ProblemException(
                    ProblemCode.TOO_MANY_LISTENERS,
                    "Đã có " + MOST_FOLLOWERS + " kết nối; thử lại sau " + SECONDS_TO_WAIT
                            + " giây, hoặc hỏi định kỳ không kèm /stream.",
                    MOST_FOLLOWERS + " connections are open already; try again in " + SECONDS_TO_WAIT
                            + " seconds, or ask now and then without /stream.");
        }
        request.attribute(Followed.class.getName(), handler.followed(request));
    }

    void join(SseClient client) {
        Followed followed = client.ctx().attribute(Followed.class.getName());
        if (followed == null) {
            throw new IllegalStateException("a stream begins behind check()");
        }
        client.keepAlive();
        Follower follower = new Follower(client, followed);
        client.onClose(follower::leave);
        followers.add(follower);
        follower.start();
    }

    @Override
    public void close() {
        followers.forEach(follower -> follower.client.close());
    }

    /** One client, from where it was. */
    private final class Follower {

        private final SseClient client;
        private final Followed followed;
        private final Thread thread = new Thread(this::run, "report-server-changes");
        private ChangePlace place;
        private long lastSign = System.nanoTime();

        Follower(SseClient client, Followed followed) {
            this.client = client;
            this.followed = followed;
            this.place = followed.after();
            thread.setDaemon(true);
        }

        void start() {
            thread.start();
        }

        void leave() {
            followers.remove(this);
            thread.interrupt();
        }

        private void run() {
            try {
                while (!client.terminated()) {
                    if (!sendPage()) {
                        TimeUnit.MILLISECONDS.sleep(INTERVAL.toMillis());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) { // the edge of the thread: a client that went away ends its own thread alone
                LOG.debug("follower left", e);
            } finally {
                client.close();
                followers.remove(this);
            }
        }

        /** Whether more is waiting. */
        private boolean sendPage() throws InterruptedException {
            try {
                Page page = page();
                for (Change change : page.changes()) {
                    send(change);
                }
                place = page.next();
                if (page.changes().isEmpty() && isSignDue()) {
                    client.sendComment("alive " + place);
                    lastSign = System.nanoTime();
                }
                return page.more();
            } catch (SQLException e) {
                LOG.warn("changes not read sqlState={}", e.getSQLState());
                client.sendEvent("unavailable", Map.of("code", ProblemCode.DATABASE_UNAVAILABLE));
                return false;
            }
        }

        private void send(Change change) {
            client.sendEvent(change.kind().name().toLowerCase(Locale.ROOT), change, change.cursor());
            lastSign = System.nanoTime();
        }

        private boolean isSignDue() {
            return System.nanoTime() - lastSign >= BETWEEN_SIGNS_OF_LIFE.toNanos();
        }

        private Page page() throws SQLException, InterruptedException {
            questions.acquire();
            try {
                return changes.page(followed.units(), place, PAGE);
            } finally {
                questions.release();
            }
        }
    }
}
