package org.lienthong.reporting.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Quarantined records: what is wrong in one table, the original bytes in the private one. */
final class QuarantineTable implements SinkTable<QuarantinedRecord> {

    private static final String METADATA = """
            INSERT INTO lienthong.quarantine
                (origin_topic, origin_partition, origin_offset, reason, detail, recorded_at, quarantined_by,
                event_id, dossier_code, source_system, agency_id,
                redrive_of_topic, redrive_of_partition, redrive_of_offset)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (origin_topic, origin_partition, origin_offset) DO UPDATE
            SET (reason, detail, recorded_at, quarantined_by, event_id, dossier_code, source_system, agency_id,
                redrive_of_topic, redrive_of_partition, redrive_of_offset) =
                ROW(excluded.reason, excluded.detail, excluded.recorded_at, excluded.quarantined_by,
                excluded.event_id, excluded.dossier_code, excluded.source_system, excluded.agency_id,
                excluded.redrive_of_topic, excluded.redrive_of_partition, excluded.redrive_of_offset)
            """;
    private static final String PAYLOAD = """
            INSERT INTO lienthong_private.quarantine_payloads
                (origin_topic, origin_partition, origin_offset, key, value, headers)
            VALUES (?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (origin_topic, origin_partition, origin_offset) DO UPDATE
            SET (key, value, headers) = ROW(excluded.key, excluded.value, excluded.headers)
            """;

    private final String quarantinedBy;

    /** What the merge has set aside, as its topic holds it. */
    QuarantineTable() {
        this(Topics.QUARANTINE.owner());
    }

    /** @param quarantinedBy the job that set the records aside; only those of the merge have receipts */
    QuarantineTable(String quarantinedBy) {
        this.quarantinedBy = quarantinedBy;
    }

    @Override
    public Topic<QuarantinedRecord> topic() {
        return Topics.QUARANTINE;
    }

    @Override
    public SinkWrite rows(List<SinkRecord<QuarantinedRecord>> records) {
        List<QuarantinedRecord> values = new ArrayList<>();
        for (SinkRecord<QuarantinedRecord> record : records) {
            QuarantinedRecord value = record.value();
            if (value == null) {
                throw SinkStoppedException.poison(
                        topic().name(), record.partition(), record.offset(), "quarantine without a value", null);
            }
            values.add(value);
        }
        return connection -> write(connection, values);
    }

    private void write(Connection connection, List<QuarantinedRecord> records) throws SQLException {
        try (PreparedStatement metadata = connection.prepareStatement(METADATA);
                PreparedStatement payload = connection.prepareStatement(PAYLOAD)) {
            for (QuarantinedRecord record : records) {
                add(metadata, payload, record);
            }
            metadata.executeBatch();
            payload.executeBatch();
        }
    }

    private void add(PreparedStatement metadata, PreparedStatement payload, QuarantinedRecord record)
            throws SQLException {
        origin(metadata, record);
        metadata.setString(4, CopyRows.storable(record.getReason()));
        metadata.setString(5, CopyRows.storable(record.getDetail()));
        metadata.setTimestamp(6, Timestamp.from(record.getTimestamp()));
        metadata.setString(7, quarantinedBy);
        metadata.setString(8, storable(record.getEventId()));
        metadata.setString(9, storable(record.getDossierCode()));
        metadata.setString(10, storable(record.getSourceSystem()));
        metadata.setString(11, storable(record.getAgencyId()));
        redriveOf(metadata, record.getRedriveOf());
        metadata.addBatch();

        origin(payload, record);
        payload.setBytes(4, bytes(record.getKey()));
        payload.setBytes(5, bytes(record.getValue()));
        payload.setString(6, headers(record.getHeaders()));
        payload.addBatch();
    }

    private static void origin(PreparedStatement statement, QuarantinedRecord record) throws SQLException {
        statement.setString(1, record.getOrigin().getTopic());
        statement.setInt(2, record.getOrigin().getPartition());
        statement.setLong(3, record.getOrigin().getOffset());
    }

    private static void redriveOf(PreparedStatement statement, @Nullable Origin first) throws SQLException {
        statement.setString(12, first == null ? null : first.getTopic());
        statement.setObject(13, first == null ? null : first.getPartition(), Types.INTEGER);
        statement.setObject(14, first == null ? null : first.getOffset(), Types.BIGINT);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : CopyRows.storable(text);
    }

    private static String headers(Map<String, ByteBuffer> headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        headers.forEach((name, value) ->
                json.put(CopyRows.storable(name), Base64.getEncoder().encodeToString(bytes(value))));
        return json.toString();
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
