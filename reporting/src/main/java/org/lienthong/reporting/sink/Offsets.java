package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Where to read next, kept in the database beside the rows and nowhere else. */
final class Offsets {

    private static final String LOAD = "SELECT topic, topic_id, partition, next_offset FROM lienthong.sink_offsets";
    private static final String BEGIN = """
            INSERT INTO lienthong.sink_offsets (topic, topic_id, partition, next_offset, updated_at)
            VALUES (?, ?, ?, ?, now()) ON CONFLICT DO NOTHING
            """;
    private static final String ADVANCE = """
            UPDATE lienthong.sink_offsets SET next_offset = ?, updated_at = now()
            WHERE topic = ? AND partition = ? AND next_offset = ?
            """;

    /** One order for all, so that two sinks on the same tables wait for each other instead of deadlocking. */
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private Offsets() {}

    /**
     * The offsets of the topics, as far as they are stored.
     *
     * @throws SinkStoppedException when they belong to another topic of the same name
     */
    static Map<TopicPartition, Long> load(Connection connection, Map<String, Uuid> topicIds) throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOAD)) {
            while (rows.next()) {
                String topic = rows.getString("topic");
                Uuid id = topicIds.get(topic);
                if (id != null) {
                    if (!id.toString().equals(rows.getString("topic_id"))) {
                        throw SinkStoppedException.foreignTopic(topic);
                    }
                    offsets.put(new TopicPartition(topic, rows.getInt("partition")), rows.getLong("next_offset"));
                }
            }
        }
        return offsets;
    }

    /** Stores where reading begins, for partitions that were never read. */
    static void begin(Connection connection, Map<String, Uuid> topicIds, Map<TopicPartition, Long> offsets)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            for (Map.Entry<TopicPartition, Long> offset : offsets.entrySet()) {
                String topic = offset.getKey().topic();
                statement.setString(1, topic);
                statement.setString(2, String.valueOf(topicIds.get(topic)));
                statement.setInt(3, offset.getKey().partition());
                statement.setLong(4, offset.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * Moves on from offsets that must still be the stored ones. First in a transaction: a second sink on the same
     * tables then waits here, and finds that it is late before it has written anything.
     *
     * @return whether all moved; otherwise somebody else wrote these records and the transaction must be rolled back
     */
    static boolean advance(Connection connection, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to)
            throws SQLException {
        List<TopicPartition> partitions = new ArrayList<>(to.keySet());
        partitions.sort(ORDER);
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            for (TopicPartition partition : partitions) {
                statement.setLong(1, to.getOrDefault(partition, 0L));
                statement.setString(2, partition.topic());
                statement.setInt(3, partition.partition());
                statement.setLong(4, from.getOrDefault(partition, -1L));
                statement.addBatch();
            }
            for (int updated : statement.executeBatch()) {
                if (updated != 1) {
                    return false;
                }
            }
            return true;
        }
    }
}
