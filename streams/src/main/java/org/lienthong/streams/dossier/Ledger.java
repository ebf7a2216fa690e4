package org.lienthong.streams.dossier;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;

/**
 * Counts what was read from each input partition and what became of it. The counts are state of the same task, so that
 * they commit with the records they count; what goes out are absolute counts, which can be sent again.
 */
final class Ledger {

    private final KeyValueStore<String, LedgerEntry> store;
    /** A task reads one partition of each topic. */
    private final Map<String, LedgerEntry> byTopic = new HashMap<>();

    private final Set<LedgerEntry> changed = Collections.newSetFromMap(new IdentityHashMap<>());

    Ledger(KeyValueStore<String, LedgerEntry> store) {
        this.store = store;
        try (KeyValueIterator<String, LedgerEntry> all = store.all()) {
            all.forEachRemaining(entry -> byTopic.put(entry.value.getTopic(), entry.value));
        }
    }

    void count(RecordMetadata origin, Outcome outcome, boolean redrive) {
        LedgerEntry entry = byTopic.computeIfAbsent(
                origin.topic(),
                topic -> LedgerEntry.newBuilder()
                        .setTopic(topic)
                        .setPartition(origin.partition())
                        .setFirstOffset(origin.offset())
                        .build());
        LedgerRules.count(entry, outcome, redrive, origin.offset());
        changed.add(entry);
    }

    /** Keeps the entries that changed since the last call, and hands them out; to be called before each commit. */
    void drain(BiConsumer<String, LedgerEntry> sink) {
        for (LedgerEntry entry : changed) {
            store.put(key(entry), entry);
            sink.accept(key(entry), entry);
        }
        changed.clear();
    }

    private static String key(LedgerEntry entry) {
        return entry.getTopic() + "-" + entry.getPartition();
    }
}
