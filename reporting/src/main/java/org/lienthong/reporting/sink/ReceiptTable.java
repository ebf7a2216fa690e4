package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Every receipt as a row, and their counts per outcome and code. */
final class ReceiptTable implements SinkTable<Receipt> {

    private static final String TABLE = "lienthong.receipts";
    private static final List<String> COLUMNS = List.of(
            "receipt_partition",
            "receipt_offset",
            "event_id",
            "dossier_code",
            "source_system",
            "agency_id",
            "outcome",
            "code",
            "record_version",
            "origin_topic",
            "origin_partition",
            "origin_offset");
    private static final String COUNT = """
            INSERT INTO lienthong.receipt_counts AS c (outcome, code, count) VALUES (?, ?, ?)
            ON CONFLICT (outcome, code) DO UPDATE SET count = c.count + excluded.count
            """;

    @Override
    public Topic<Receipt> topic() {
        return Topics.RECEIPTS;
    }

    @Override
    public void write(Connection connection, List<SinkRecord<Receipt>> records) throws SQLException {
        CopyRows rows = new CopyRows();
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (SinkRecord<Receipt> record : records) {
            Receipt receipt = record.value();
            if (receipt == null) {
                throw SinkStoppedException.poison(
                        topic().name(), record.partition(), record.offset(), "receipt without a value", null);
            }
            add(rows, record, receipt);
            counts.computeIfAbsent(receipt.getOutcome().name(), o -> new TreeMap<>())
                    .merge(CopyRows.storable(receipt.getCode()), 1, Integer::sum);
        }
        rows.copyInto(connection, TABLE, COLUMNS);
        count(connection, counts);
    }

    private static void add(CopyRows rows, SinkRecord<Receipt> record, Receipt receipt) {
        Origin origin = receipt.getOrigin();
        rows.row(COLUMNS.size())
                .int4(record.partition())
                .int8(record.offset())
                .text(receipt.getEventId())
                .text(receipt.getDossierCode())
                .text(receipt.getSourceSystem())
                .text(receipt.getAgencyId())
                .name(receipt.getOutcome())
                .text(receipt.getCode())
                .int4(receipt.getRecordVersion())
                .text(origin.getTopic())
                .int4(origin.getPartition())
                .int8(origin.getOffset());
    }

    private static void count(Connection connection, Map<String, Map<String, Integer>> counts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            for (Map.Entry<String, Map<String, Integer>> outcome : counts.entrySet()) {
                for (Map.Entry<String, Integer> code : outcome.getValue().entrySet()) {
                    statement.setString(1, outcome.getKey());
                    statement.setString(2, code.getKey());
                    statement.setLong(3, code.getValue());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
