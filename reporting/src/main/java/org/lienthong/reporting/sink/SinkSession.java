package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink from one connection to the next trouble: a consumer at the offsets that the database holds, and a connection
 * that writes rows and offsets together. After any failure the session is closed and a new one begins at what was
 * committed, so nothing is lost or doubled.
 *
 * <p>The thread of the session reads and makes rows; one of its own writes them, one batch after the other. PostgreSQL
 * needs some four times as long for a batch as the session, and is not kept waiting.
 */
final class SinkSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkSession.class);
    private static final String WRITER = ReportSink.NAME + "-writer";

    /** As long as nothing arrives; whoever closes the sink wakes the consumer up. */
    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * A crash of PostgreSQL may take back the last commits, rows and offsets alike, and the records are read again: no
     * commit needs to wait for the disk.
     */
    private static final String RELAXED_COMMIT = "SET synchronous_commit TO off";

    private static final String REFRESH =
            "UPDATE lienthong.freshness SET version = version + 1, changed_at = clock_timestamp()";

    private final List<Feed<?>> feeds;
    private final Consumer<byte[], byte[]> consumer;
    private final Connection connection;
    private final Listener listener;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, WRITER));
    private final Map<TopicPartition, Long> stored = new HashMap<>();

    /** Of the batch that was handed over last. */
    private Future<?> writing = CompletableFuture.completedFuture(null);

    private SinkSession(
            List<Feed<?>> feeds, Consumer<byte[], byte[]> consumer, Connection connection, Listener listener) {
        this.feeds = feeds;
        this.consumer = consumer;
        this.connection = connection;
        this.listener = listener;
    }

    /**
     * How far the sink has come.
     *
     * @param positions where reading stands: every record before it is committed to the database, or was no data
     * @param lag records still to read per topic, as the last answers of the brokers told
     */
    record Progress(Map<TopicPartition, Long> positions, Map<String, Long> lag) {}

    /** Whoever shows how far the sink has come. */
    interface Listener {
        void progressed(Progress progress);
    }

    /** What a poll brought, ready to be written with the offsets that follow it. */
    private record Batch(List<SinkWrite> rows, Map<TopicPartition, Long> next, Progress progress) {}

    /**
     * Takes over the consumer; the caller still closes it.
     *
     * @param listener is told of each progress, by the thread that made it
     */
    static SinkSession open(
            List<Feed<?>> feeds, Admin admin, Consumer<byte[], byte[]> consumer, DataSource database, Listener listener)
            throws SQLException {
        SinkSession session = new SinkSession(feeds, consumer, database.getConnection(), listener);
        try {
            session.resume(admin);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void resume(Admin admin) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute(RELAXED_COMMIT);
        }
        for (Feed<?> feed : feeds) {
            feed.prepare(connection);
        }
        connection.setAutoCommit(false);

        Map<String, Uuid> ids = new HashMap<>();
        Map<TopicPartition, Long> unread = new HashMap<>();
        List<String> names = feeds.stream().map(Feed::topic).toList();
        for (TopicDescription topic : SinkTopics.describe(admin, names)) {
            ids.put(topic.name(), topic.topicId());
            topic.partitions()
                    .forEach(partition -> unread.put(new TopicPartition(topic.name(), partition.partition()), 0L));
        }
        unread.keySet().removeAll(Offsets.load(connection, ids).keySet());
        if (!unread.isEmpty()) {
            Offsets.begin(connection, ids, SinkTopics.beginnings(admin, unread.keySet()));
        }
        stored.putAll(Offsets.load(connection, ids));
        connection.commit();
        consumer.assign(stored.keySet());
        stored.forEach(consumer::seek);
        listener.progressed(progress());
    }

    /**
     * Reads what there is and has it written, in one transaction, when the batch before it is.
     *
     * @throws SQLException of the batch before, which is not written then, nor is this one
     */
    void step() throws SQLException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        List<SinkWrite> rows = new ArrayList<>();
        for (Feed<?> feed : feeds) {
            rows.add(feed.read(records.records(feed.topic())));
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        Batch batch = new Batch(rows, next, progress());
        awaitWritten();
        if (records.isEmpty()) {
            listener.progressed(batch.progress());
        } else {
            writing = writer.submit(() -> {
                write(batch);
                return null;
            });
        }
    }

    private void awaitWritten() throws SQLException {
        try {
            writing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException trouble) {
                throw trouble;
            }
            if (e.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    /** By the writer alone. */
    private void write(Batch batch) throws SQLException {
        try {
            if (!Offsets.advance(connection, stored, batch.next())) {
                connection.rollback();
                throw new OffsetsMovedException();
            }
            for (SinkWrite rows : batch.rows()) {
                rows.to(connection);
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(REFRESH);
            }
            connection.commit();
        } catch (SQLException e) {
            if (DatabaseTroubleRules.isPermanent(e)) {
                throw SinkStoppedException.refusedByDatabase(
                        describe(batch.next()), String.valueOf(e.getSQLState()), e);
            }
            throw e;
        }
        stored.putAll(batch.next());
        listener.progressed(batch.progress());
        LOG.debug("sink committed next={}", batch.next());
    }

    private Progress progress() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Map<String, Long> lag = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            positions.put(partition, consumer.position(partition));
            OptionalLong open = consumer.currentLag(partition);
            if (open.isPresent()) {
                lag.merge(partition.topic(), open.getAsLong(), Long::sum);
            }
        }
        return new Progress(positions, lag);
    }

    /**
     * Ends when the batch that is being written is; gives the connection back, and rolls back what is not committed.
     */
    @Override
    public void close() throws SQLException {
        writer.shutdown();
        try (connection) {
            awaitEnd();
            if (!connection.getAutoCommit() && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    private void awaitEnd() {
        try {
            while (!writer.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("sink waits for its last batch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String describe(Map<TopicPartition, Long> next) {
        return next.entrySet().stream()
                .map(e -> "%s@%s-%s".formatted(e.getKey(), stored.get(e.getKey()), e.getValue() - 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
