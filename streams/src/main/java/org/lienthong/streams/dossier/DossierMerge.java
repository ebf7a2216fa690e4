package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.serde.UnreadableRecordException;

/**
 * Takes one event to its one outcome: into the record of its dossier, recognised as known already, or set aside whole.
 * Every record that comes in leaves exactly one receipt.
 */
final class DossierMerge implements Processor<byte[], byte[], String, SpecificRecord> {

    private static final Rejection EMPTY_VALUE =
            new Rejection("EMPTY_VALUE", "the record has no value; events are never deleted");
    private static final Rejection EVENT_ID_REUSED =
            new Rejection("EVENT_ID_REUSED", "another event of the dossier has the same id, time and sequence");

    private final FactCodec codec;
    private final int historyLimit;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private KeyValueStore<String, DossierRecord> records;

    @SuppressWarnings("NullAway.Init")
    private DossierHistory history;

    @SuppressWarnings("NullAway.Init")
    private ExchangeOutput output;

    /** @param historyLimit events that one dossier may have; further ones are quarantined */
    DossierMerge(FactCodec codec, int historyLimit) {
        this.codec = codec;
        this.historyLimit = historyLimit;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        records = context.getStateStore(DossierSyncTopology.RECORDS_STORE);
        KeyValueStore<Bytes, byte[]> events = context.getStateStore(DossierSyncTopology.HISTORY_STORE);
        history = new DossierHistory(events, codec);
        output = new ExchangeOutput(context);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        if (input.value() == null) {
            output.quarantine(input, null, EMPTY_VALUE);
            return;
        }
        Fact fact;
        try {
            fact = codec.read(output.origin().topic(), input.headers(), input.value());
        } catch (UnreadableRecordException e) {
            output.quarantine(input, null, new Rejection(e.reason().name(), requireNonNull(e.getMessage())));
            return;
        }
        FactRules.check(keyOf(input), fact)
                .ifPresentOrElse(rejection -> output.quarantine(input, fact, rejection), () -> merge(input, fact));
    }

    private void merge(Record<byte[], byte[]> input, Fact fact) {
        String code = fact.dossierCode();
        EventOrder order = fact.order();
        Optional<Fact> known = history.find(code, order);
        DossierRecord record = records.get(code);
        if (known.isPresent() && known.get().equals(fact)) {
            output.receipt(input, fact, Outcome.DUPLICATE, record.getEventCount());
            return;
        }
        if (known.isPresent()) {
            output.quarantine(
                    input,
                    fact,
                    new Rejection(
                            "EVENT_ID_REUSED", "another event of the dossier has the same id, time and sequence"));
            return;
        }
        if (record != null && record.getEventCount() >= historyLimit) {
            output.quarantine(
                    input, fact, new Rejection("HISTORY_LIMIT", "the dossier has " + historyLimit + " events already"));
            return;
        }
        history.add(fact);
        boolean late = record != null && order.compareTo(EventOrder.lastOf(record)) < 0;
        if (late) {
            record = history.replay(code);
        } else {
            record = record == null ? RecordEdits.blank(code, fact.header()) : record;
            fact.applyTo(record);
        }
        records.put(code, record);
        output.record(input, record);
        output.receipt(input, fact, late ? Outcome.LATE : Outcome.APPLIED, record.getEventCount());
    }

    /** Bytes that are no UTF-8 become replacement characters, which no dossier code has. */
    private static String keyOf(Record<byte[], byte[]> input) {
        return input.key() == null ? "" : new String(input.key(), UTF_8);
    }
}
