package org.lienthong.streams.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * The records that were needed last, as live objects, and which of them changed since the last commit. It is no state:
 * what is not in it is folded from the history, and a task that starts anew starts with none. Whoever reads records
 * wants the latest, and no reader sees one before its commit: so a dossier that had five events in between is sent
 * once.
 */
final class WorkingSet {

    private final Map<String, Entry> recent;
    private final List<Entry> changed = new ArrayList<>();

    private static final class Entry {

        private DossierRecord record;
        private boolean isChanged;

        /** Milliseconds since the epoch, of what changed it last. */
        private long timestamp;

        Entry(DossierRecord record) {
            this.record = record;
        }
    }

    /** @param capacity records that are kept when they are not waiting for a commit */
    WorkingSet(int capacity) {
        recent = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
                // One that waits for its commit is sent as it is now: should it be needed before, it is another one.
                return size() > capacity;
            }
        };
    }

    /** The record, to be changed in place by whoever calls {@link #changed} next; null: it is not there. */
    @Nullable DossierRecord get(String code) {
        Entry entry = recent.get(code);
        return entry == null ? null : entry.record;
    }

    /**
     * Takes the place of what is there of the dossier, and waits for the commit.
     *
     * @param timestamp milliseconds since the epoch, of the event that changed it
     */
    void changed(DossierRecord record, long timestamp) {
        Entry entry = recent.computeIfAbsent(record.getCode(), code -> new Entry(record));
        entry.record = record;
        entry.timestamp = timestamp;
        if (!entry.isChanged) {
            entry.isChanged = true;
            changed.add(entry);
        }
    }

    /** Hands out every record that changed, and its timestamp, in the order in which they first did. */
    void drain(BiConsumer<DossierRecord, Long> send) {
        for (Entry entry : changed) {
            entry.isChanged = false;
            send.accept(entry.record, entry.timestamp);
        }
        changed.clear();
    }

    /** Forgets the records; what changed is still handed out. */
    void clear() {
        recent.clear();
    }
}
