package org.lienthong.app.guarantees.site;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.streams.GroupLag;
import org.lienthong.runtime.topics.AdminCalls;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.unit.UnitRollupTopology;

/** How far the line has come, seen from outside. What a part that is down would have to tell is not known. */
public final class Progress implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final String ANSWERED = """
            SELECT origin_topic, origin_partition, max(origin_offset) + 1 FROM lienthong.receipts GROUP BY 1, 2
            """;

    private final Admin admin;
    private final GroupLag groups;
    private final RestartableDatabase database;

    Progress(KafkaSettings kafka, RestartableDatabase database) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        admin = Admin.create(config);
        groups = new GroupLag(kafka);
        this.database = database;
    }

    /** How many offsets of exchange.receipts are committed. */
    public OptionalLong committed() {
        return receipts(IsolationLevel.READ_COMMITTED);
    }

    /** The same with those of transactions that are open now. */
    public OptionalLong written() {
        return receipts(IsolationLevel.READ_UNCOMMITTED);
    }

    /**
     * The end of each input partition.
     *
     * @throws KafkaException when the broker does not answer
     */
    public Map<TopicPartition, Long> inputs() {
        Map<TopicPartition, Long> ends = new HashMap<>(ends(Topics.DOSSIER_EVENTS, IsolationLevel.READ_COMMITTED));
        ends.putAll(ends(Topics.PERMIT_EVENTS, IsolationLevel.READ_COMMITTED));
        return ends;
    }

    /** Whether PostgreSQL has a receipt for all that is before these ends; each partition is answered in its order. */
    public boolean hasAnswered(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> answered = new HashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ANSWERED)) {
            while (rows.next()) {
                answered.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        } catch (SQLException e) {
            return false;
        }
        return ends.entrySet().stream().allMatch(end -> answered.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Every event has its receipt. */
    public boolean isMerged() {
        return hasRead(DossierSyncTopology.NAME, Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS);
    }

    /** Nothing is left for any job to read. */
    public boolean isDrained() {
        return isMerged() && hasRead(UnitRollupTopology.NAME, Topics.UNIT_PARTIALS);
    }

    @Override
    public void close() {
        admin.close();
        groups.close();
    }

    private boolean hasRead(String job, Topic<?>... topics) {
        try {
            return groups.of(job, List.of(topics)) == 0;
        } catch (KafkaException e) {
            return false;
        }
    }

    private OptionalLong receipts(IsolationLevel isolation) {
        try {
            return OptionalLong.of(ends(Topics.RECEIPTS, isolation).values().stream()
                    .mapToLong(Long::longValue)
                    .sum());
        } catch (KafkaException e) {
            return OptionalLong.empty();
        }
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            wanted.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        AdminCalls.await(admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
