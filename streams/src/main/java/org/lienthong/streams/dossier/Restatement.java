package org.lienthong.streams.dossier;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.dossier.ReferenceReader.Snapshot;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;

/**
 * Brings the records up to reference data that came after their events: a holiday that was announced late moves due
 * dates. Goes through the history a slice at a time, beside the work, and sends the records that come out differently;
 * a sweep that a stop cut short begins again at the next start.
 */
final class Restatement {

    /** Key of the store: fingerprint of the reference data under which all records are folded. */
    private static final String FOLDED_UNDER = "folded-under";

    /** One more whenever a stage behind the merge is added, which must see every record once. */
    private static final long READERS = 2;

    private static final int DOSSIERS_PER_SLICE = 500;

    private final KeyValueStore<String, Long> store;
    private final DossierHistory history;

    /** Null: not known, every record is sent. */
    private @Nullable Snapshot before;

    private Snapshot after;
    private Optional<String> next = Optional.empty();

    Restatement(KeyValueStore<String, Long> store, DossierHistory history, Snapshot current) {
        this.store = store;
        this.history = history;
        this.after = current;
        if (Objects.equals(store.get(FOLDED_UNDER), fingerprint(current))) {
            before = current;
        } else {
            next = history.firstDossier();
            finishIfDone();
        }
    }

    /** The reference data have changed. */
    void begin(Snapshot changed) {
        after = changed;
        next = history.firstDossier();
        finishIfDone();
    }

    /** The next slice of a sweep under way; to be called now and then. */
    void step(Consumer<DossierRecord> changed) {
        RecordFold old = before == null ? null : new RecordFold(before, Trace.NONE);
        RecordFold now = new RecordFold(after, Trace.NONE);
        for (int i = 0; i < DOSSIERS_PER_SLICE && next.isPresent(); i++) {
            String code = next.get();
            Optional<DossierRecord> record = history.replay(code, now, (fact, conflict) -> {});
            if (old == null || !record.equals(history.replay(code, old, (fact, conflict) -> {}))) {
                record.ifPresent(changed);
            }
            next = history.dossierAfter(code);
            finishIfDone();
        }
    }

    private void finishIfDone() {
        if (next.isEmpty()) {
            before = after;
            store.put(FOLDED_UNDER, fingerprint(after));
        }
    }

    private static long fingerprint(Snapshot data) {
        return data.fingerprint() * 31 + READERS;
    }
}
