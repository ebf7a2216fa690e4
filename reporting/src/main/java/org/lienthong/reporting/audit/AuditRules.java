package org.lienthong.reporting.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;

/** What outcomes mean for a record, and how the ledger must read. */
final class AuditRules {

    private AuditRules() {}

    /** Whether an event with this outcome is one of those that its record counts. */
    static boolean isCounted(Outcome outcome) {
        return switch (outcome) {
            case APPLIED, LATE, SUPERSEDED, CONFLICT -> true;
            case DUPLICATE, QUARANTINED -> false;
        };
    }

    /** The ledger's columns, in the order of the outcomes. */
    static Map<Outcome, Long> outcomes(LedgerEntry entry) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        counts.put(Outcome.APPLIED, entry.getApplied());
        counts.put(Outcome.DUPLICATE, entry.getDuplicate());
        counts.put(Outcome.LATE, entry.getLate());
        counts.put(Outcome.SUPERSEDED, entry.getSuperseded());
        counts.put(Outcome.CONFLICT, entry.getConflict());
        counts.put(Outcome.QUARANTINED, entry.getQuarantined());
        return counts;
    }

    static long sum(Map<Outcome, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Sets the ledger's entry against the receipts. The entry may be ahead of the events that were read, never behind:
     * so receipts are counted up to the entry's own last offset.
     *
     * @param entry null where the ledger has none
     */
    static List<Finding> ledger(TopicPartition partition, @Nullable LedgerEntry entry, InputLog input) {
        Place place = Place.of(partition);
        if (entry == null) {
            return input.lastOffset() < 0
                    ? List.of()
                    : List.of(Finding.differs(Kind.LEDGER_MISSING, place, input.read(), 0));
        }
        List<Finding> findings = new ArrayList<>();
        Map<Outcome, Long> counted = outcomes(entry);
        if (sum(counted) != entry.getRead()) {
            findings.add(Finding.differs(Kind.LEDGER_DIFFERS, place, sum(counted), entry.getRead()));
        }
        if (entry.getLastOffset() < input.lastOffset()) {
            findings.add(Finding.differs(Kind.LEDGER_BEHIND, place, input.lastOffset(), entry.getLastOffset()));
        }
        Map<Outcome, Long> receipts = input.outcomesUpTo(entry.getLastOffset());
        if (!counted.equals(receipts)) {
            findings.add(Finding.differs(
                    Kind.LEDGER_DIFFERS, place, difference(receipts, counted), difference(counted, receipts)));
        }
        return findings;
    }

    /** Those counts that the other has not. */
    private static String difference(Map<Outcome, Long> counts, Map<Outcome, Long> other) {
        return counts.entrySet().stream()
                .filter(count -> !count.getValue().equals(other.get(count.getKey())))
                .map(count -> count.getKey() + "=" + count.getValue())
                .collect(Collectors.joining(" "));
    }
}
