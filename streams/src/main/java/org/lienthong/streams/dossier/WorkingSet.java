package org.lienthong.streams.dossier;

import java.util.ArrayList;
import java.util.HashMap;
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
 *
 * <p>Few dossiers have an event soon after another, unless a backlog is worked off, in which they have several between
 * two commits. So what has grown beyond its capacity is forgotten whole: an order of use would cost a write at each
 * look.
 */
final class WorkingSet {

    private final int capacity;
    private final Map<String, Entry> recent = new HashMap<>();
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

    /** @param capacity records that are kept from one commit to the next */
    WorkingSet(int capacity) {
        this.capacity = capacity;
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
        if (recent.size() > capacity) {
            recent.clear();
        }
    }

    /** Forgets the records; what changed is still handed out. */
    void clear() {
        recent.clear();
    }
}
