package org.lienthong.reporting.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.reporting.audit.AuditReport.Proof;
import org.lienthong.reporting.audit.Finding.Kind;

/**
 * Gathers what does not add up. All are counted; a bound on those that are listed keeps a wrecked topic from the heap.
 */
final class Findings {

    private static final int LISTED_PER_KIND = 100_000;

    private final Map<Kind, List<Finding>> listed = new EnumMap<>(Kind.class);
    private final Map<Proof, Long> counts = new EnumMap<>(Proof.class);
    private final Map<TopicPartition, Long> byPartition = new HashMap<>();
    private long unlisted;

    void add(Finding finding) {
        counts.merge(finding.kind().against(), 1L, Long::sum);
        byPartition.merge(finding.where().topicPartition(), 1L, Long::sum);
        List<Finding> ofKind = listed.computeIfAbsent(finding.kind(), kind -> new ArrayList<>());
        if (ofKind.size() < LISTED_PER_KIND) {
            ofKind.add(finding);
        } else {
            unlisted++;
        }
    }

    void add(Kind kind, Place where) {
        add(Finding.at(kind, where));
    }

    long against(Proof proof) {
        return counts.getOrDefault(proof, 0L);
    }

    long in(TopicPartition partition) {
        return byPartition.getOrDefault(partition, 0L);
    }

    /** By kind. */
    List<Finding> listed() {
        return listed.values().stream().flatMap(List::stream).toList();
    }

    long unlisted() {
        return unlisted;
    }
}
