package org.lienthong.app.guarantees;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;

/** For each input partition the ledger has read what is there, and its outcomes are those of the receipts. */
final class LedgerBalance implements Guarantee {

    @Override
    public String name() {
        return "the ledger balances";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        List<String> breaches = new ArrayList<>();
        Map<String, Long> inputs =
                new TreeMap<>(found.inputs().stream().collect(groupingBy(LedgerBalance::partition, counting())));
        Map<String, Map<Outcome, Long>> receipts = found.receipts().stream()
                .map(stored -> stored.receipt())
                .collect(groupingBy(
                        receipt -> partition(receipt.getOrigin()),
                        groupingBy(receipt -> receipt.getOutcome(), () -> new EnumMap<>(Outcome.class), counting())));
        inputs.forEach((partition, count) -> {
            if (!found.ledger().containsKey(partition)) {
                breaches.add("%s has %d records and no entry".formatted(partition, count));
                return;
            }
            LedgerEntry entry = found.ledger().get(partition).value();
            Map<Outcome, Long> outcomes = outcomes(entry);
            long sum = outcomes.values().stream().mapToLong(Long::longValue).sum();
            if (entry.getRead() != count || sum != count) {
                breaches.add("%s has %d records; the ledger has read %d, its outcomes add up to %d"
                        .formatted(partition, count, entry.getRead(), sum));
            }
            if (!outcomes.equals(receipts.getOrDefault(partition, Map.of()))) {
                breaches.add("%s: the ledger has %s, the receipts %s"
                        .formatted(partition, outcomes, receipts.get(partition)));
            }
        });
        return breaches;
    }

    private static String partition(Origin origin) {
        return origin.getTopic() + "-" + origin.getPartition();
    }

    private static Map<Outcome, Long> outcomes(LedgerEntry entry) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Map.of(
                Outcome.APPLIED, entry.getApplied(),
                Outcome.DUPLICATE, entry.getDuplicate(),
                Outcome.LATE, entry.getLate(),
                Outcome.SUPERSEDED, entry.getSuperseded(),
                Outcome.CONFLICT, entry.getConflict(),
                Outcome.QUARANTINED, entry.getQuarantined()));
        outcomes.values().removeIf(count -> count == 0);
        return outcomes;
    }
}
