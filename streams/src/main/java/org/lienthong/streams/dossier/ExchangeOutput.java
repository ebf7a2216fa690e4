package org.lienthong.streams.dossier;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;

/** What the merge says to the world: records, receipts, and what it had to set aside. */
final class ExchangeOutput {

    private final ProcessorContext<String, SpecificRecord> context;

    ExchangeOutput(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
    }

    /** Where the record in hand was read. */
    RecordMetadata origin() {
        return context.recordMetadata().orElseThrow(() -> new IllegalStateException("no record in hand"));
    }

    void record(Record<byte[], byte[]> input, DossierRecord record) {
        send(input, record.getCode(), record, DossierSyncTopology.WRITE_RECORDS);
    }

    void receipt(Record<byte[], byte[]> input, Fact fact, Outcome outcome, int recordVersion) {
        receipt(input, fact, outcome, outcome.name(), recordVersion);
    }

    /** Keeps the record whole, and sends the receipt that says so. */
    void quarantine(Record<byte[], byte[]> input, @Nullable Fact fact, Rejection rejection) {
        RecordMetadata origin = origin();
        QuarantinedRecord kept = QuarantinedRecord.newBuilder()
                .setReason(rejection.code())
                .setDetail(rejection.detail())
                .setOrigin(originOf(origin))
                .setTimestamp(Instant.ofEpochMilli(input.timestamp()))
                .setKey(bytes(input.key()))
                .setValue(bytes(input.value()))
                .setHeaders(headers(input.headers()))
                .build();
        String key = origin.topic() + "-" + origin.partition() + "-" + origin.offset();
        send(input, key, kept, DossierSyncTopology.WRITE_QUARANTINE);
        receipt(input, fact, Outcome.QUARANTINED, rejection.code(), 0);
    }

    private void receipt(
            Record<byte[], byte[]> input, @Nullable Fact fact, Outcome outcome, String code, int recordVersion) {
        Origin origin = originOf(origin());
        Receipt.Builder receipt = Receipt.newBuilder()
                .setOutcome(outcome)
                .setCode(code)
                .setRecordVersion(recordVersion)
                .setOrigin(origin);
        if (fact != null) {
            receipt.setEventId(fact.header().getEventId())
                    .setDossierCode(fact.dossierCode())
                    .setSourceSystem(fact.header().getSourceSystem())
                    .setAgencyId(fact.header().getAgencyId());
        }
        String key = fact == null ? "" : fact.dossierCode();
        send(input, key, receipt.build(), DossierSyncTopology.WRITE_RECEIPTS);
    }

    private void send(Record<byte[], byte[]> input, String key, SpecificRecord value, String sink) {
        // The headers of the event describe the event; they do not travel on.
        context.forward(new Record<>(key, value, input.timestamp(), new RecordHeaders()), sink);
    }

    private static Origin originOf(RecordMetadata metadata) {
        return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
    }

    private static @Nullable ByteBuffer bytes(byte @Nullable [] data) {
        return data == null ? null : ByteBuffer.wrap(data);
    }

    private static Map<String, ByteBuffer> headers(Headers headers) {
        Map<String, ByteBuffer> kept = new HashMap<>();
        for (Header header : headers) {
            if (header.value() != null) {
                kept.put(header.key(), ByteBuffer.wrap(header.value()));
            }
        }
        return kept;
    }
}
