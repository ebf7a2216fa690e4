package org.lienthong.reporting.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.sink.Feed.Writer;
import org.lienthong.reporting.sink.SinkSession.Progress;
import org.lienthong.runtime.job.Job;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.RegistryUnavailableException;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records, figures, alerts, receipts, ledger, quarantine and reference data to PostgreSQL, each batch with its
 * offsets in one transaction. The offsets are kept in PostgreSQL alone: whatever fails, the sink begins again at what
 * was committed.
 *
 * <p>A broker, registry or database that does not answer is waited for. What would be wrong for ever (a record of the
 * platform that cannot be read, a topic that was created anew) ends the sink: {@link #failure} then holds a
 * {@link SinkStoppedException}.
 */
public final class ReportSink implements Job {

    /** What it is called, also where it says who set a record aside. */
    static final String NAME = "report-sink";

    private static final Logger LOG = LoggerFactory.getLogger(ReportSink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final DataSource database;
    private final List<Feed<?>> feeds;
    private final Thread thread = new Thread(this::run, NAME);
    private final CountDownLatch closing = new CountDownLatch(1);

    private volatile Map<TopicPartition, Long> positions = Map.of();
    private volatile Map<String, Long> recentLag = Map.of();
    private volatile boolean ready;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Admin admin;
    private volatile @Nullable Throwable failure;

    /** @param database a migrated report database; the sink holds one connection of it */
    public ReportSink(KafkaSettings kafka, SchemaRegistryClient registry, DataSource database) {
        this.kafka = kafka;
        this.database = database;
        this.feeds = List.of(
                new Feed<>(new UnitTable(), registry, Writer.PLATFORM),
                new Feed<>(ReferenceTables.procedures(), registry, Writer.PLATFORM),
                new Feed<>(ReferenceTables.agencies(), registry, Writer.PLATFORM),
                new Feed<>(ReferenceTables.readiness(), registry, Writer.AGENCIES),
                new Feed<>(ReferenceTables.serviceReports(), registry, Writer.AGENCIES),
                new Feed<>(new DossierTable(), registry, Writer.PLATFORM),
                new Feed<>(StatisticsTable.statistics(), registry, Writer.PLATFORM),
                new Feed<>(StatisticsTable.cells(), registry, Writer.PLATFORM),
                new Feed<>(AlertTable.alerts(), registry, Writer.PLATFORM),
                new Feed<>(new ReceiptTable(), registry, Writer.PLATFORM),
                new Feed<>(LedgerTable.ledger(), registry, Writer.PLATFORM),
                new Feed<>(new QuarantineTable(), registry, Writer.PLATFORM));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Committed records still to read per topic, asked of the brokers now: all zero means that every record that was
     * committed before the call is in the database. Empty when it cannot be known, because the sink or the brokers are
     * not up.
     */
    public Optional<Map<String, Long>> lag() {
        Admin asked = admin;
        Map<TopicPartition, Long> read = positions;
        if (asked == null || read.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, Long> lag = new HashMap<>();
            SinkTopics.ends(asked, read.keySet())
                    .forEach((partition, end) -> lag.merge(
                            partition.topic(), Math.max(0, end - read.getOrDefault(partition, 0L)), Long::sum));
            return Optional.of(lag);
        } catch (KafkaException e) {
            LOG.warn("lag is not known reason={}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Records still to read per topic, as of the last answer of the brokers: cheap, for display. Empty at the start.
     */
    public Map<String, Long> recentLag() {
        return recentLag;
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
        if (thread.isAlive() && Thread.currentThread() != thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            Duration pause = FIRST_PAUSE;
            while (isOpen()) {
                boolean progress = runSession();
                pause = progress ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // the outermost edge of the thread: whoever runs the job asks for the failure
            failure = e;
            LOG.error("sink stopped: {}", e.getMessage(), e);
        } finally {
            ready = false;
        }
    }

    /** Works until trouble that may pass, or the end. */
    private boolean runSession() {
        boolean progress = false;
        try (Admin brokers = Admin.create(kafka.clientConfig());
                Consumer<byte[], byte[]> polling = new KafkaConsumer<>(consumerConfig())) {
            admin = brokers;
            consumer = polling;
            try (SinkSession session = SinkSession.open(feeds, brokers, polling, database, this::publish)) {
                ready = true;
                LOG.info("sink ready partitions={}", positions.size());
                session.step();
                while (isOpen()) {
                    session.step();
                    progress = true; // the batch of the step before is written
                }
            }
        } catch (WakeupException e) {
            LOG.debug("sink woken up to close");
        } catch (OffsetOutOfRangeException e) {
            throw SinkStoppedException.offsetGone(e.partitions().toString(), e);
        } catch (ConfigException e) {
            throw e; // a setting stays wrong
        } catch (SQLException e) {
            if (DatabaseTroubleRules.isPermanent(e)) {
                throw SinkStoppedException.refusedByDatabase("-", String.valueOf(e.getSQLState()), e);
            }
            report("database", e);
        } catch (KafkaException e) {
            report("kafka", e);
        } catch (RegistryUnavailableException e) {
            report("registry", e);
        } finally {
            ready = false;
            admin = null;
            consumer = null;
        }
        return progress;
    }

    private void publish(Progress progress) {
        positions = progress.positions();
        recentLag = progress.lag();
    }

    private void report(String what, Exception trouble) {
        if (isOpen()) {
            LOG.warn(
                    "sink waits and tries again what={} error={} message={}",
                    what,
                    trouble.getClass().getSimpleName(),
                    trouble.getMessage());
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private Map<String, Object> consumerConfig() {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, name());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // The sink says where to read; records that vanished before it read them must not be passed over.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // Few large transactions under load, a tenth of a second of delay without.
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 256 * 1024);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
