package org.lienthong.reporting.sink;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a batch of a compacted topic comes to. */
final class LatestRules {

    private LatestRules() {}

    /**
     * The last record of each key, in the order of the keys: all records of a key are in one partition, so the last one
     * read is the newest; and neighbours go to the same pages of an index.
     */
    static <V> Collection<SinkRecord<V>> latest(List<SinkRecord<V>> records) {
        Map<String, SinkRecord<V>> latest = new TreeMap<>();
        for (SinkRecord<V> record : records) {
            latest.put(record.key(), record);
        }
        return latest.values();
    }
}
