package org.lienthong.benchmarks.reading;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.lienthong.app.platform.Platform;
import org.lienthong.benchmarks.reading.Sight.Seen;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.producers.publish.EventPublisher;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;

/**
 * Events at a steady rate through the whole line, and a reader who sees when the record of a dossier has come to the
 * version that an event made.
 */
final class Following {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long the reader waits when nothing is new, as one that asks over and over should. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Codes end with the number that the generator gave the dossier. */
    private static final String NEXT_DOSSIER =
            "SELECT coalesce(max(split_part(code, '-', 3)::int), -1) + 1 FROM lienthong.dossiers";

    private final Platform platform;
    private final Sight sight;
    private final Latencies latencies = new Latencies();

    /** When which version of a dossier was published: nanoseconds by version, from 1. */
    private final Map<String, Map<Integer, Long>> published = new ConcurrentHashMap<>();

    private volatile boolean sending = true;

    Following(Platform platform, Sight sight) {
        this.platform = platform;
        this.sight = sight;
    }

    /**
     * @param usual number of the first dossier that is not there yet, unless an earlier run went further
     * @return milliseconds from publishing an event to seeing the record with it
     */
    Map<String, Object> measure(int usual, int rate, Duration time)
            throws IOException, InterruptedException, SQLException {
        int from = Math.max(usual, number(NEXT_DOSSIER));
        Thread publishing = new Thread(() -> publish(from, rate, time), "publish");
        publishing.start();
        long lastSeen = System.nanoTime();
        while (sending || !published.isEmpty()) {
            List<Seen> news = sight.news();
            long now = System.nanoTime();
            for (Seen change : news) {
                lastSeen = seen(change, now) ? now : lastSeen;
            }
            if (news.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            if (now - lastSeen > PATIENCE.toNanos()) {
                throw new IOException(published.size() + " dossiers were never seen, such as "
                        + published.keySet().iterator().next());
            }
        }
        publishing.join();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("events", latencies.count());
        result.putAll(latencies.summary());
        return result;
    }

    private int number(String sql) throws SQLException {
        return new Reader(platform.database().dataSource())
                .list(sql, row -> row.getInt(1))
                .get(0);
    }

    private boolean seen(Seen change, long now) {
        long before = latencies.count();
        published.computeIfPresent(change.code(), (code, versions) -> {
            versions.entrySet().removeIf(one -> {
                boolean visible = one.getKey() <= change.version();
                if (visible) {
                    latencies.record(now - one.getValue());
                }
                return visible;
            });
            return versions.isEmpty() ? null : versions;
        });
        return latencies.count() > before;
    }

    /** New dossiers of the generator, their events as fast as the rate says. */
    private void publish(int from, int rate, Duration time) {
        int dossiers = Math.toIntExact(rate * time.toSeconds() / 5);
        try (EventPublisher publisher = new EventPublisher(platform.settings().kafka(), platform.registry())) {
            new DiLinhYear(ProvinceYear.SEED)
                    .emit(from, from + dossiers, Instant.MAX, new Paced(publisher, rate, time), opened -> {});
        } finally {
            sending = false;
        }
    }

    /** Waits before each event until its turn has come; after the time, lets the rest go. Doubles make no version. */
    private final class Paced extends SilentYear {

        private final EventPublisher publisher;
        private final long interval;
        private final long end;
        private long next = System.nanoTime();
        private final Map<String, Integer> versions = new HashMap<>();
        private final Set<String> sent = new HashSet<>();

        /** Whose unit is known: before its submission, which may come late, a dossier is in no unit's feed. */
        private final Set<String> placed = new HashSet<>();

        Paced(EventPublisher publisher, int rate, Duration time) {
            this.publisher = publisher;
            this.interval = Duration.ofSeconds(1).toNanos() / rate;
            this.end = next + time.toNanos();
        }

        @Override
        public void publish(DossierEvent event) {
            if (next > end) {
                return;
            }
            for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            next += interval;
            if (event.getPayload() instanceof DossierSubmitted) {
                placed.add(event.getDossierCode());
            }
            boolean isNew = sent.add(event.getHeader().getEventId());
            int version = versions.merge(event.getDossierCode(), isNew ? 1 : 0, Integer::sum);
            if (isNew && placed.contains(event.getDossierCode())) {
                published.compute(event.getDossierCode(), (code, known) -> {
                    Map<Integer, Long> times = known == null ? new HashMap<>() : known;
                    times.put(version, System.nanoTime());
                    return times;
                });
            }
            publisher.publish(event);
        }

        @Override
        public void flush() {
            publisher.flush();
        }
    }
}
