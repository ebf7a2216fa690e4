package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The sink from one connection to the next trouble: a consumer at the offsets that the database holds, and a connection
 * that writes rows and offsets together. After any failure the session is closed and a new one begins at what was
 * committed, so nothing is lost or doubled.
 */
final class SinkSession implements AutoCloseable {

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
    private final Map<TopicPartition, Long> stored = new HashMap<>();

    private SinkSession(List<Feed<?>> feeds, Consumer<byte[], byte[]> consumer, Connection connection) {
        this.feeds = feeds;
        this.consumer = consumer;
        this.connection = connection;
    }

    /** Takes over the consumer; the caller still closes it. */
    static SinkSession open(List<Feed<?>> feeds, Admin admin, Consumer<byte[], byte[]> consumer, DataSource database)
            throws SQLException {
        SinkSession session = new SinkSession(feeds, consumer, database.getConnection());
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
    }

    /**
     * Reads what there is and writes it in one transaction.
     *
     * @return how many records; 0 when none arrived for a while
     */
    int step() throws SQLException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (records.isEmpty()) {
            return 0;
        }
        for (Feed<?> feed : feeds) {
            feed.decode(records.records(feed.topic()));
        }
        Map<TopicPartition, Long> next = new HashMap<>();
        records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        write(next);
        stored.putAll(next);
        return records.count();
    }

    private void write(Map<TopicPartition, Long> next) throws SQLException {
        try {
            if (!Offsets.advance(connection, stored, next)) {
                connection.rollback();
                throw new OffsetsMovedException();
            }
            for (Feed<?> feed : feeds) {
                feed.write(connection);
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(REFRESH);
            }
            connection.commit();
        } catch (SQLException e) {
            if (DatabaseTroubleRules.isPermanent(e)) {
                throw SinkStoppedException.refusedByDatabase(describe(next), String.valueOf(e.getSQLState()), e);
            }
            throw e;
        }
    }

    /** Where reading stands: every record before it is committed to the database, or was no data. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        stored.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    /** Records still to read per topic, as the last answers of the brokers told; without asking them. */
    Map<String, Long> recentLag() {
        Map<String, Long> lag = new HashMap<>();
        for (TopicPartition partition : stored.keySet()) {
            OptionalLong open = consumer.currentLag(partition);
            if (open.isPresent()) {
                lag.merge(partition.topic(), open.getAsLong(), Long::sum);
            }
        }
        return lag;
    }

    /** Gives the connection back; what was not committed is rolled back. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit() && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    private String describe(Map<TopicPartition, Long> next) {
        return next.entrySet().stream()
                .map(e -> "%s@%s-%s".formatted(e.getKey(), stored.get(e.getKey()), e.getValue() - 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
