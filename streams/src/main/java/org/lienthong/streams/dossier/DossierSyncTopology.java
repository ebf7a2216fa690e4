package org.lienthong.streams.dossier;

import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import org.lienthong.runtime.streams.BeforeCommit;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.deadline.DeadlineStage;
import org.lienthong.streams.unit.Detail;
import org.lienthong.streams.unit.UnitCountStage;

/**
 * Merges the events of every dossier, and of the permits that follow from it, into one record; watches its deadline and
 * counts it in the same pass, with the record still at hand. Both inputs are keyed by dossier code and equally
 * partitioned, so that all that bears on a dossier meets in one task.
 *
 * <pre>
 * ref.working-days, ref.procedures, ref.units → (in every instance)
 *                        ↓
 * dossier.events ┐                 ┌→ exchange.receipts, exchange.ledger, exchange.quarantine
 *                ├→ merge-dossier ─┤
 * permit.events  ┘                 └─ with each commit ─┬→ dossier.records
 *                                                       ├→ watch-deadlines → deadline.alerts
 *                                                       └→ count-dossiers → unit.partials
 * </pre>
 */
public final class DossierSyncTopology {

    /** Application id, and prefix of the changelogs: changing it loses the state of a running deployment. */
    public static final String NAME = "dossier-sync";

    static final String HISTORY_STORE = "dossier-history";
    static final String LEDGER_STORE = "exchange-ledger";
    static final String RESTATEMENT_STORE = "restatement";
    static final String COMMIT_STORE = "merge-before-commit";
    private static final String WRITE_RECORDS = "write-dossier-records";
    static final String WRITE_RECEIPTS = "write-receipts";
    static final String WRITE_QUARANTINE = "write-quarantine";
    static final String WRITE_LEDGER = "write-ledger";

    private static final String MERGE = "merge-dossier";
    private static final String READ_DOSSIERS = "read-dossier-events";
    private static final String READ_PERMITS = "read-permit-events";

    private DossierSyncTopology() {}

    /** How much of the job is done. */
    public enum Scope {
        /** All that the platform promises. */
        FULL(List.of(WRITE_RECORDS, DeadlineStage.NODE, UnitCountStage.NODE), Detail.CELLS),
        /** Records and the figures of units, without receipts, ledger, alerts and cells: beside who makes none. */
        CORE(List.of(WRITE_RECORDS, UnitCountStage.NODE), Detail.UNITS);

        private final List<String> readersOfRecords;
        private final Detail detail;

        Scope(List<String> readersOfRecords, Detail detail) {
            this.readersOfRecords = readersOfRecords;
            this.detail = detail;
        }

        /** How finely dossiers are counted. */
        public Detail detail() {
            return detail;
        }

        /** Where a record goes that has changed. */
        List<String> readersOfRecords() {
            return readersOfRecords;
        }
    }

    /** @param clock what "due soon" and "overdue now" are measured against */
    public static Topology build(
            AvroSerdes serdes, MergeSettings settings, Clock clock, DeadlineSettings deadlineSettings) {
        return build(serdes, settings, clock, deadlineSettings, Scope.FULL);
    }

    /** @param clock what "due soon" and "overdue now" are measured against */
    public static Topology build(
            AvroSerdes serdes, MergeSettings settings, Clock clock, DeadlineSettings deadlineSettings, Scope scope) {
        Topology topology = new Topology();
        ReferenceReader.Tables reference = ReferenceReader.Tables.addTo(topology, serdes);
        // Raw bytes, so that what cannot be read can be kept.
        ByteArrayDeserializer raw = new ByteArrayDeserializer();
        topology.addSource(READ_DOSSIERS, raw, raw, Topics.DOSSIER_EVENTS.name());
        topology.addSource(READ_PERMITS, raw, raw, Topics.PERMIT_EVENTS.name());
        topology.addProcessor(
                MERGE,
                () -> new DossierMerge(new FactCodec(serdes), reference, settings, scope),
                READ_DOSSIERS,
                READ_PERMITS);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(history(settings), Serdes.Bytes(), Serdes.ByteArray()), MERGE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(LEDGER_STORE), Serdes.String(), serdes.of(LedgerEntry.class)),
                MERGE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(RESTATEMENT_STORE), Serdes.String(), Serdes.Long()),
                MERGE);
        topology.addStateStore(BeforeCommit.store(COMMIT_STORE), MERGE);
        addSink(topology, serdes, WRITE_RECORDS, Topics.DOSSIER_RECORDS);
        addSink(topology, serdes, WRITE_RECEIPTS, Topics.RECEIPTS);
        addSink(topology, serdes, WRITE_QUARANTINE, Topics.QUARANTINE);
        addSink(topology, serdes, WRITE_LEDGER, Topics.LEDGER);
        StateKeeping keeping = settings.historyStore();
        if (scope == Scope.FULL) {
            DeadlineStage.addTo(topology, reference.workingDays(), serdes, clock, deadlineSettings, keeping, MERGE);
        }
        UnitCountStage.addTo(topology, serdes, clock, keeping, scope.detail(), MERGE);
        return topology;
    }

    private static KeyValueBytesStoreSupplier history(MergeSettings settings) {
        return switch (settings.historyStore()) {
            case ROCKSDB -> Stores.persistentKeyValueStore(HISTORY_STORE);
            case HEAP -> HeapHistoryStore.supplier(HISTORY_STORE);
        };
    }

    private static <V extends SpecificRecord> void addSink(
            Topology topology, AvroSerdes serdes, String name, Topic<V> topic) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), serdes.of(topic).serializer(), MERGE);
    }
}
