package org.lienthong.reporting.sink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.redrive.RedriveHeaders;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.UnreadableRecordException;

/**
 * One topic on its way into its table: what a poll brought is read first, and written later. What cannot be read stops
 * the sink where the platform itself wrote it, and is quarantined where agencies write.
 */
final class Feed<V extends SpecificRecord> {

    /** Who writes the topic. */
    enum Writer {
        PLATFORM,
        AGENCIES
    }

    private static final SinkWrite NOTHING = connection -> {};
    private static final String MISSING_KEY = "MISSING_KEY";

    private final SinkTable<V> table;
    private final AvroDeserializer<V> deserializer;
    private final Writer writer;
    private final QuarantineTable quarantine = new QuarantineTable(ReportSink.NAME);

    Feed(SinkTable<V> table, SchemaRegistryClient registry, Writer writer) {
        this.table = table;
        this.deserializer = new AvroDeserializer<>(registry, table.topic().valueType());
        this.writer = writer;
    }

    String topic() {
        return table.topic().name();
    }

    void prepare(Connection connection) throws SQLException {
        table.prepare(connection);
    }

    /** Reads records, and makes rows of them. */
    SinkWrite read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<SinkRecord<V>> read = new ArrayList<>();
        List<SinkRecord<QuarantinedRecord>> unreadable = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            read(record, read, unreadable);
        }
        SinkWrite rows = read.isEmpty() ? NOTHING : table.rows(read);
        SinkWrite refused = unreadable.isEmpty() ? NOTHING : quarantine.rows(unreadable);
        return connection -> {
            rows.to(connection);
            refused.to(connection);
        };
    }

    private void read(
            ConsumerRecord<byte[], byte[]> record,
            List<SinkRecord<V>> read,
            List<SinkRecord<QuarantinedRecord>> unreadable) {
        if (record.key() == null) {
            unreadable.add(refuse(record, MISSING_KEY, "record has no key", null));
            return;
        }
        try {
            V value = deserializer.deserialize(topic(), record.headers(), record.value());
            String key = new String(record.key(), StandardCharsets.UTF_8);
            read.add(new SinkRecord<>(
                    CopyRows.storable(key), value, record.partition(), record.offset(), record.timestamp()));
        } catch (UnreadableRecordException e) {
            unreadable.add(refuse(record, e.reason().name(), String.valueOf(e.getMessage()), e));
        }
    }

    private SinkRecord<QuarantinedRecord> refuse(
            ConsumerRecord<byte[], byte[]> record, String reason, String detail, @Nullable Throwable cause) {
        if (writer == Writer.PLATFORM) {
            throw SinkStoppedException.poison(record.topic(), record.partition(), record.offset(), reason, cause);
        }
        Map<String, ByteBuffer> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), ByteBuffer.wrap(header.value() == null ? new byte[0] : header.value()));
        }
        QuarantinedRecord quarantined = QuarantinedRecord.newBuilder()
                .setReason(reason)
                .setDetail(detail)
                .setOrigin(new Origin(record.topic(), record.partition(), record.offset()))
                .setRedriveOf(RedriveHeaders.redriveOf(record.headers()).orElse(null))
                .setTimestamp(Instant.ofEpochMilli(record.timestamp()))
                .setKey(record.key() == null ? null : ByteBuffer.wrap(record.key()))
                .setValue(record.value() == null ? null : ByteBuffer.wrap(record.value()))
                .setHeaders(headers)
                .build();
        return new SinkRecord<>(reason, quarantined, record.partition(), record.offset(), record.timestamp());
    }
}
