package org.lienthong.reporting.quarantine;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;

/** Quarantined records and receipts of their redrives, as the sink writes them. */
public final class QuarantineRows {

    public static final Instant START = Instant.parse("2025-07-01T01:00:00Z");

    private final DatabaseExtension database;
    private final SinkRows sink;
    private long receipts;

    public QuarantineRows(DatabaseExtension database) {
        this.database = database;
        this.sink = new SinkRows(database.database().dataSource());
    }

    /** An event of H36.25 that was set aside, each offset a minute after the one before. */
    public Origin quarantined(String reason, long offset) {
        return add(event(reason, new Origin("dossier.events", 0, offset)));
    }

    /** The same event, set aside again after it was sent again. */
    public Origin again(Origin first, long offset) {
        QuarantinedRecord record = event("KEY_MISMATCH", new Origin(first.getTopic(), first.getPartition(), offset));
        record.setRedriveOf(first);
        return add(record);
    }

    public Origin add(QuarantinedRecord record) {
        sink.quarantined(record);
        return record.getOrigin();
    }

    /** What became of a redrive. */
    public void receipt(Origin first, long offset, Outcome outcome) {
        receipt(first, new Origin(first.getTopic(), first.getPartition(), offset), outcome);
    }

    public void receipt(Origin first, Origin origin, Outcome outcome) {
        database.execute("""
                INSERT INTO lienthong.receipts
                    (receipt_partition, receipt_offset, outcome, code, record_version,
                    origin_topic, origin_partition, origin_offset,
                    redrive_of_topic, redrive_of_partition, redrive_of_offset)
                VALUES (9, %d, '%s', '%s', %d, '%s', %d, %d, '%s', %d, %d)
                """.formatted(
                        receipts++,
                        outcome,
                        outcome,
                        outcome == Outcome.QUARANTINED ? 0 : 7,
                        origin.getTopic(),
                        origin.getPartition(),
                        origin.getOffset(),
                        first.getTopic(),
                        first.getPartition(),
                        first.getOffset()));
    }

    public static QuarantinedRecord event(String reason, Origin origin) {
        QuarantinedRecord record = Samples.quarantined(reason, origin.getOffset());
        record.setOrigin(origin);
        record.setTimestamp(START.plusSeconds(60 * origin.getOffset()));
        record.setEventId("e-" + origin.getOffset());
        record.setDossierCode("H36.25-250701-0001");
        record.setSourceSystem("one-stop");
        record.setAgencyId("H36.25");
        return record;
    }

    public static QuarantinedRecord payload(
            Origin origin, byte @Nullable [] key, byte @Nullable [] value, Map<String, ByteBuffer> headers) {
        QuarantinedRecord record = event("NOT_AVRO", origin);
        record.setKey(key == null ? null : ByteBuffer.wrap(key));
        record.setValue(value == null ? null : ByteBuffer.wrap(value));
        record.setHeaders(headers);
        return record;
    }
}
