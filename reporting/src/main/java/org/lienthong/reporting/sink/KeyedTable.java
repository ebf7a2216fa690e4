package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.topic.Topic;

/**
 * A table that holds the latest value of each key of a compacted topic, one row per key; a tombstone deletes the row.
 */
final class KeyedTable<V extends SpecificRecord> implements SinkTable<V> {

    private final Topic<V> topic;
    private final Upsert upsert;
    private final Columns<V> columns;

    /** Writes the columns of one record, in the order of the upsert. */
    interface Columns<V> {
        void write(CopyRows row, String key, V value);
    }

    KeyedTable(Topic<V> topic, Upsert upsert, Columns<V> columns) {
        this.topic = topic;
        this.upsert = upsert;
        this.columns = columns;
    }

    @Override
    public Topic<V> topic() {
        return topic;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        upsert.prepare(connection);
    }

    @Override
    public SinkWrite rows(List<SinkRecord<V>> records) {
        CopyRows rows = new CopyRows();
        List<String> tombstones = new ArrayList<>();
        for (SinkRecord<V> record : LatestRules.latest(records)) {
            V value = record.value();
            if (value == null) {
                tombstones.add(record.key());
            } else {
                add(rows, record, value);
            }
        }
        return connection -> {
            upsert.delete(connection, tombstones);
            upsert.merge(connection, rows);
        };
    }

    private void add(CopyRows rows, SinkRecord<V> record, V value) {
        try {
            columns.write(rows.row(upsert.columns()), record.key(), value);
        } catch (DateTimeException e) {
            throw SinkStoppedException.poison(topic.name(), record.partition(), record.offset(), "malformed date", e);
        }
    }
}
