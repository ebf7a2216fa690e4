package org.lienthong.reporting.sink;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Every receipt as a row, and their counts. */
final class ReceiptTable implements SinkTable<Receipt> {

    private static final String TABLE = "lienthong.receipts";
    private static final List<String> COLUMNS = List.of(
            "receipt_partition",
            "receipt_offset",
            "received_at",
            "event_id",
            "dossier_code",
            "source_system",
            "agency_id",
            "outcome",
            "code",
            "record_version",
            "origin_topic",
            "origin_partition",
            "origin_offset",
            "redrive_of_topic",
            "redrive_of_partition",
            "redrive_of_offset");

    @Override
    public Topic<Receipt> topic() {
        return Topics.RECEIPTS;
    }

    @Override
    public SinkWrite rows(List<SinkRecord<Receipt>> records) {
        CopyRows rows = new CopyRows();
        ReceiptCounts counts = new ReceiptCounts();
        for (SinkRecord<Receipt> record : records) {
            Receipt receipt = record.value();
            if (receipt == null) {
                throw SinkStoppedException.poison(
                        topic().name(), record.partition(), record.offset(), "receipt without a value", null);
            }
            add(rows, record, receipt);
            counts.add(receipt, record.timestamp());
        }
        return connection -> {
            rows.copyInto(connection, TABLE, COLUMNS);
            counts.write(connection);
        };
    }

    private static void add(CopyRows rows, SinkRecord<Receipt> record, Receipt receipt) {
        Origin origin = receipt.getOrigin();
        @Nullable Origin first = receipt.getRedriveOf();
        rows.row(COLUMNS.size())
                .int4(record.partition())
                .int8(record.offset())
                // The merge gives its receipts the time of the event's record, which the broker stamped.
                .time(Instant.ofEpochMilli(record.timestamp()))
                .text(receipt.getEventId())
                .text(receipt.getDossierCode())
                .text(receipt.getSourceSystem())
                .text(receipt.getAgencyId())
                .name(receipt.getOutcome())
                .text(receipt.getCode())
                .int4(receipt.getRecordVersion())
                .text(origin.getTopic())
                .int4(origin.getPartition())
                .int8(origin.getOffset())
                .text(first == null ? null : first.getTopic())
                .int4(first == null ? null : first.getPartition())
                .int8(first == null ? null : first.getOffset());
    }
}
