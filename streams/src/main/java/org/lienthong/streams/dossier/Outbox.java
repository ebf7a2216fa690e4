package org.lienthong.streams.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * The records that changed since the last commit, each as it is now. Whoever reads records wants the latest, and no
 * reader sees one before its commit: so a dossier that had five events in between is sent once.
 */
final class Outbox {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(DossierRecord record, long timestamp) {}

    /**
     * Takes the place of what is there of the dossier.
     *
     * @param timestamp milliseconds since the epoch, of the event that changed it
     */
    void put(DossierRecord record, long timestamp) {
        entries.put(record.getCode(), new Entry(record, timestamp));
    }

    /** Hands out every record and its timestamp, the longest unchanged first, and is empty then. */
    void drain(BiConsumer<DossierRecord, Long> send) {
        entries.values().forEach(entry -> send.accept(entry.record(), entry.timestamp()));
        entries.clear();
    }
}
