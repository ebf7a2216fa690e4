package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.runtime.streams.Promptness;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.streams.dossier.DossierHistory.Known;
import org.lienthong.streams.dossier.DossierSyncTopology.Scope;
import org.lienthong.streams.dossier.OutcomeRules.Verdict;
import org.lienthong.streams.dossier.ReferenceReader.Snapshot;
import org.lienthong.streams.record.Anomalies;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;

/**
 * Takes one event to its one outcome: into the record of its dossier, recognised as known already, or set aside whole.
 * Every record that comes in leaves exactly one receipt and one count in the ledger.
 */
final class DossierMerge implements Processor<byte[], byte[], String, SpecificRecord> {

    private static final Duration NEWS_WITHIN = Duration.ofMillis(50);

    /** How often a slice of a restatement is done. */
    private static final Duration RESTATEMENT_INTERVAL = Duration.ofMillis(500);

    private static final Rejection EMPTY_VALUE =
            new Rejection("EMPTY_VALUE", "the record has no value; events are never deleted");
    private static final Rejection CLASH = new Rejection(
            "EVENT_ID_REUSED", "another event of the dossier has the same id, time, sequence and checksum");

    private final FactCodec codec;
    private final ReferenceReader.Tables tables;
    private final MergeSettings settings;
    private final Scope scope;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ReferenceReader reference;

    @SuppressWarnings("NullAway.Init")
    private Snapshot foldedUnder;

    @SuppressWarnings("NullAway.Init")
    private RecordFold fold;

    @SuppressWarnings("NullAway.Init")
    private Restatement restatement;

    @SuppressWarnings("NullAway.Init")
    private WorkingSet records;

    @SuppressWarnings("NullAway.Init")
    private DossierHistory history;

    @SuppressWarnings("NullAway.Init")
    private ExchangeOutput output;

    @SuppressWarnings("NullAway.Init")
    private Promptness promptness;

    DossierMerge(FactCodec codec, ReferenceReader.Tables tables, MergeSettings settings, Scope scope) {
        this.codec = codec;
        this.tables = tables;
        this.settings = settings;
        this.scope = scope;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        KeyValueStore<Bytes, byte[]> events = context.getStateStore(DossierSyncTopology.HISTORY_STORE);
        KeyValueStore<String, LedgerEntry> ledger = context.getStateStore(DossierSyncTopology.LEDGER_STORE);
        KeyValueStore<String, Long> restated = context.getStateStore(DossierSyncTopology.RESTATEMENT_STORE);
        reference = tables.reader(context);
        foldedUnder = reference.current();
        fold = new RecordFold(foldedUnder, Trace.NONE);
        records = new WorkingSet(settings.cachedRecords());
        history = new DossierHistory(events, codec);
        restatement = new Restatement(restated, history, foldedUnder);
        output = new ExchangeOutput(context, new Ledger(ledger), scope);
        context.schedule(RESTATEMENT_INTERVAL, PunctuationType.WALL_CLOCK_TIME, now -> {
            followReference();
            restatement.step(record -> records.changed(record, now));
        });
        promptness = new Promptness(context, NEWS_WITHIN);
        BeforeCommit commit = context.getStateStore(DossierSyncTopology.COMMIT_STORE);
        commit.act(context, () -> {
            output.beforeCommit(records);
            promptness.committed();
        });
    }

    /** From here on records are folded under the reference data of now, and those folded before are restated. */
    private void followReference() {
        Snapshot now = reference.current();
        if (now != foldedUnder) {
            foldedUnder = now;
            fold = new RecordFold(now, Trace.NONE);
            records.clear();
            restatement.begin(now);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        promptness.read(input.timestamp());
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
        Instant receivedAt = Instant.ofEpochMilli(input.timestamp());
        followReference();
        FactRules.check(keyOf(input), input.headers(), fact, receivedAt, settings)
                .ifPresentOrElse(rejection -> output.quarantine(input, fact, rejection), () -> merge(input, fact));
    }

    private void merge(Record<byte[], byte[]> input, Fact fact) {
        DossierRecord record = record(fact.dossierCode());
        byte[] entry = codec.toHistory(fact);
        boolean inOrder = record == null || fact.order().compareToLastOf(record) > 0;
        if (record != null && !inOrder) {
            // Only an event that is not after the last one can be known.
            Known known = history.find(fact, entry);
            if (known == Known.YES) {
                output.receipt(input, fact, OutcomeRules.DUPLICATE, record.getEventCount());
                return;
            }
            if (known == Known.CLASH) {
                output.quarantine(input, fact, CLASH);
                return;
            }
        }
        if (record != null && record.getEventCount() >= settings.historyLimit()) {
            output.quarantine(input, fact, tooMany());
            return;
        }
        history.add(fact, entry);
        if (record == null || inOrder) {
            applyNext(input, record == null ? RecordFold.blank(fact) : record, fact);
        } else {
            applyLate(input, record, fact);
        }
    }

    /** The fast path: one step of the fold. */
    private void applyNext(Record<byte[], byte[]> input, DossierRecord record, Fact fact) {
        publish(input, record, fact, OutcomeRules.inOrder(fold.apply(record, fact)));
    }

    /** The fold anew, over all events of the dossier, this one at its place. */
    private void applyLate(Record<byte[], byte[]> input, DossierRecord before, Fact fact) {
        Conflict conflict = new Conflict(fact);
        DossierRecord after =
                history.replay(fact.dossierCode(), fold, conflict::see).orElseThrow();
        publish(input, after, fact, OutcomeRules.outOfOrder(before, after, conflict.found));
    }

    private void publish(Record<byte[], byte[]> input, DossierRecord record, Fact fact, Verdict verdict) {
        records.changed(record, input.timestamp());
        output.receipt(input, fact, verdict, record.getEventCount());
    }

    private @Nullable DossierRecord record(String code) {
        DossierRecord cached = records.get(code);
        return cached != null
                ? cached
                : history.replay(code, fold, (fact, conflict) -> {}).orElse(null);
    }

    private Rejection tooMany() {
        return new Rejection("HISTORY_LIMIT", "the dossier has " + settings.historyLimit() + " events already");
    }

    /** Bytes that are no UTF-8 become replacement characters, which no dossier code has. */
    private static String keyOf(Record<byte[], byte[]> input) {
        return input.key() == null ? "" : new String(input.key(), UTF_8);
    }

    /** Looks out for one fact in a replay. */
    private static final class Conflict {

        private final Fact fact;
        private Optional<String> found = Optional.empty();

        Conflict(Fact fact) {
            this.fact = fact;
        }

        void see(Fact applied, Optional<String> conflict) {
            if (applied.equals(fact)) {
                found = found.or(() -> conflict);
            } else if (applied.order().equals(fact.order())) {
                // Whichever of the two sorts first: the one that arrived second is told.
                found = Optional.of(Anomalies.EVENT_ID_REUSED);
            }
        }
    }
}
