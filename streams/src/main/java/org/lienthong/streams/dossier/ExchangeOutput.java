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
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.exchange.ReceiptMessages;
import org.lienthong.schemas.exchange.ReceiptMessages.Message;
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.redrive.RedriveHeaders;
import org.lienthong.streams.dossier.DossierSyncTopology.Scope;
import org.lienthong.streams.dossier.OutcomeRules.Verdict;
import org.lienthong.streams.record.Fact;

/** What the merge says to the world: records, receipts, the ledger, and what it had to set aside. */
final class ExchangeOutput {

    private final ProcessorContext<String, SpecificRecord> context;
    private final Ledger ledger;
    private final Scope scope;

    ExchangeOutput(ProcessorContext<String, SpecificRecord> context, Ledger ledger, Scope scope) {
        this.context = context;
        this.ledger = ledger;
        this.scope = scope;
    }

    /** Where the record in hand was read. */
    RecordMetadata origin() {
        return context.recordMetadata().orElseThrow(() -> new IllegalStateException("no record in hand"));
    }

    /** Sends what is due with a commit: the records that changed, and the counts of all that was read. */
    void beforeCommit(WorkingSet records) {
        records.drain((record, timestamp) -> {
            for (String node : scope.readersOfRecords()) {
                send(record.getCode(), record, timestamp, node);
            }
        });
        ledger.drain((key, entry) -> send(key, entry, context.currentSystemTimeMs(), DossierSyncTopology.WRITE_LEDGER));
    }

    void receipt(Record<byte[], byte[]> input, Fact fact, Verdict verdict, int recordVersion) {
        receipt(
                input,
                fact,
                verdict,
                recordVersion,
                RedriveHeaders.redriveOf(input.headers()).orElse(null));
    }

    /** Keeps the record whole, and sends the receipt that says so. */
    void quarantine(Record<byte[], byte[]> input, @Nullable Fact fact, Rejection rejection) {
        Origin origin = originOf(origin());
        Origin redriveOf = RedriveHeaders.redriveOf(input.headers()).orElse(null);
        QuarantinedRecord.Builder kept = QuarantinedRecord.newBuilder()
                .setReason(rejection.code())
                .setDetail(rejection.detail())
                .setOrigin(origin)
                .setRedriveOf(redriveOf)
                .setTimestamp(Instant.ofEpochMilli(input.timestamp()))
                .setKey(bytes(input.key()))
                .setValue(bytes(input.value()))
                .setHeaders(headers(input.headers()));
        if (fact != null) {
            kept.setEventId(fact.eventId())
                    .setDossierCode(fact.dossierCode())
                    .setSourceSystem(fact.sourceSystem())
                    .setAgencyId(fact.agencyId());
        }
        send(Origins.text(origin), kept.build(), input.timestamp(), DossierSyncTopology.WRITE_QUARANTINE);
        receipt(input, fact, new Verdict(Outcome.QUARANTINED, rejection.code()), 0, redriveOf);
    }

    private void receipt(
            Record<byte[], byte[]> input,
            @Nullable Fact fact,
            Verdict verdict,
            int recordVersion,
            @Nullable Origin redriveOf) {
        if (scope == Scope.CORE) {
            return;
        }
        Message message = ReceiptMessages.of(verdict.code());
        Receipt receipt = new Receipt(
                fact == null ? null : fact.eventId(),
                fact == null ? null : fact.dossierCode(),
                fact == null ? null : fact.sourceSystem(),
                fact == null ? null : fact.agencyId(),
                verdict.outcome(),
                verdict.code(),
                message.vi(),
                message.en(),
                recordVersion,
                originOf(origin()),
                redriveOf);
        String key = fact == null ? "" : fact.dossierCode();
        send(key, receipt, input.timestamp(), DossierSyncTopology.WRITE_RECEIPTS);
        ledger.count(origin(), verdict.outcome(), redriveOf != null);
    }

    private void send(String key, SpecificRecord value, long timestamp, String sink) {
        // The headers of the event describe the event; they do not travel on.
        context.forward(new Record<>(key, value, timestamp, new RecordHeaders()), sink);
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
