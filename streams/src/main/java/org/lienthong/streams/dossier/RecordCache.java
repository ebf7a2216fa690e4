package org.lienthong.streams.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * The records that were needed last, as live objects. It is no state: what is not in it is folded from the history, and
 * a task that starts anew starts with none.
 */
final class RecordCache {

    private final Map<String, DossierRecord> records;

    RecordCache(int capacity) {
        records = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DossierRecord> eldest) {
                return size() > capacity;
            }
        };
    }

    @Nullable DossierRecord get(String code) {
        return records.get(code);
    }

    void put(DossierRecord record) {
        records.put(record.getCode(), record);
    }

    void clear() {
        records.clear();
    }
}
