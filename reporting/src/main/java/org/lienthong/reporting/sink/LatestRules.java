package org.lienthong.reporting.sink;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch of a compacted topic comes to. */
final class LatestRules {

    private LatestRules() {}

    /** The last record of each key: all records of a key are in one partition, so the last one read is the newest. */
    static <V> Collection<SinkRecord<V>> latest(List<SinkRecord<V>> records) {
        Map<String, SinkRecord<V>> latest = new LinkedHashMap<>(records.size() * 2);
        for (SinkRecord<V> record : records) {
            latest.put(record.key(), record);
        }
        return latest.values();
    }
}
