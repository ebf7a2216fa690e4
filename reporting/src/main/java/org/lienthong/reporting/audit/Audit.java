package org.lienthong.reporting.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.audit.AuditReport.Partition;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.redrive.Origins;

/**
 * Takes in what was read from the topics and says what does not add up. Events first, then the ledger, then receipts,
 * then the rest; a system at work shows no finding when it is read in this order (see {@link TopicAudit}).
 */
final class Audit {

    /** Of each kind in each partition; the first ones say where to look. */
    private static final int MOST_FINDINGS = 1_000;

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Map<TopicPartition, InputLog> inputs = new TreeMap<>(ORDER);
    private final Map<TopicPartition, LedgerEntry> ledger = new HashMap<>();
    private final Map<String, Integer> eventsByDossier = new HashMap<>();
    private final Map<String, Integer> records = new HashMap<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Set<Origin> quarantineReceipts = new HashSet<>();
    private final Set<Origin> quarantined = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** @param bound offset after the last record that the merge has committed */
    void partition(TopicPartition partition, long base, long bound) {
        inputs.put(partition, new InputLog(base, bound));
    }

    /** @param eventId null where the bytes cannot be read */
    void event(TopicPartition partition, long offset, @Nullable String eventId) {
        input(partition).event(offset, eventId);
    }

    /** Offset of the last event that was read; -1: none. */
    long lastOffset(TopicPartition partition) {
        return input(partition).lastOffset();
    }

    void ledger(LedgerEntry entry) {
        ledger.put(new TopicPartition(entry.getTopic(), entry.getPartition()), entry);
    }

    void receipt(Receipt receipt) {
        Origin origin = receipt.getOrigin();
        InputLog input = inputs.get(new TopicPartition(origin.getTopic(), origin.getPartition()));
        if (input == null) {
            find(Kind.RECEIPT_WITHOUT_EVENT, Origins.text(origin), "no such input partition");
            return;
        }
        long offset = origin.getOffset();
        if (input.isInFlight(offset)) {
            input.receipt(offset, receipt.getOutcome());
            underWay(receipt.getDossierCode());
            return;
        }
        if (input.isGone(offset)) {
            underWay(receipt.getDossierCode()); // its count cannot be checked any more
            return;
        }
        check(input, receipt, origin);
        input.receipt(offset, receipt.getOutcome());
        if (receipt.getOutcome() == Outcome.QUARANTINED) {
            quarantineReceipts.add(origin);
        } else if (receipt.getOutcome() != Outcome.DUPLICATE && receipt.getDossierCode() != null) {
            eventsByDossier.merge(receipt.getDossierCode(), 1, Integer::sum);
        }
    }

    /** A receipt that came while the rest was read: its dossier is under way. */
    void underWay(@Nullable String dossierCode) {
        if (dossierCode != null) {
            inFlight.add(dossierCode);
        }
    }

    void quarantined(Origin origin) {
        quarantined.add(origin);
    }

    /** The latest record of the dossier, when called in order. */
    void record(String code, int eventCount) {
        records.put(code, eventCount);
    }

    AuditReport report() {
        List<Partition> partitions = new ArrayList<>();
        inputs.forEach((partition, input) -> {
            for (long offset : input.withoutReceipt(MOST_FINDINGS)) {
                find(Kind.RECEIPT_MISSING, partition + "-" + offset, "the event has no receipt");
            }
            checkLedger(partition, input);
            LedgerEntry entry = ledger.get(partition);
            partitions.add(new Partition(
                    partition.topic(),
                    partition.partition(),
                    input.records(),
                    input.outcomesUpTo(input.lastOffset()),
                    entry == null ? -1 : entry.getRead()));
        });
        checkQuarantine();
        checkRecords();
        long compared = records.keySet().stream()
                .filter(code -> !inFlight.contains(code))
                .count();
        return new AuditReport(partitions, compared, inFlight.size(), List.copyOf(findings));
    }

    private void check(InputLog input, Receipt receipt, Origin origin) {
        long offset = origin.getOffset();
        if (!input.hasEvent(offset)) {
            find(Kind.RECEIPT_WITHOUT_EVENT, Origins.text(origin), "there is no record at this offset");
        } else if (input.hasReceipt(offset)) {
            find(Kind.RECEIPT_TWICE, Origins.text(origin), "the event has more than one receipt");
        } else if (input.isAnotherEvent(offset, receipt.getEventId())) {
            find(Kind.RECEIPT_OF_ANOTHER_EVENT, Origins.text(origin), "receipt of event " + receipt.getEventId());
        }
    }

    private void checkLedger(TopicPartition partition, InputLog input) {
        LedgerEntry entry = ledger.get(partition);
        if (entry == null) {
            if (input.records() > 0) {
                find(Kind.LEDGER_MISSING, partition.toString(), input.records() + " records were read");
            }
            return;
        }
        Map<Outcome, Long> counted = AuditRules.outcomes(entry);
        long sum = counted.values().stream().mapToLong(Long::longValue).sum();
        if (sum != entry.getRead()) {
            find(Kind.LEDGER_DIFFERS, partition.toString(), "read " + entry.getRead() + ", outcomes " + sum);
        }
        Map<Outcome, Long> receipts = input.outcomesUpTo(entry.getLastOffset());
        if (!counted.equals(receipts) && entry.getFirstOffset() >= 0 && !input.isGone(entry.getFirstOffset())) {
            find(Kind.LEDGER_DIFFERS, partition.toString(), "ledger " + counted + ", receipts " + receipts);
        }
    }

    private void checkQuarantine() {
        for (Origin origin : quarantineReceipts) {
            if (!quarantined.contains(origin)) {
                find(Kind.QUARANTINE_MISSING, Origins.text(origin), "receipt QUARANTINED, nothing kept");
            }
        }
        for (Origin origin : quarantined) {
            InputLog input = inputs.get(new TopicPartition(origin.getTopic(), origin.getPartition()));
            boolean settled =
                    input != null && !input.isInFlight(origin.getOffset()) && !input.isGone(origin.getOffset());
            if (settled && !quarantineReceipts.contains(origin)) {
                find(Kind.QUARANTINE_WITHOUT_RECEIPT, Origins.text(origin), "kept, but no receipt says so");
            }
        }
    }

    private void checkRecords() {
        records.forEach((code, count) -> {
            int events = eventsByDossier.getOrDefault(code, 0);
            if (inFlight.contains(code) || events == count) {
                return;
            }
            find(
                    events == 0 ? Kind.RECORD_WITHOUT_EVENTS : Kind.RECORD_COUNT_DIFFERS,
                    code,
                    "the record counts " + count + " events, " + events + " have a receipt");
        });
        eventsByDossier.keySet().stream()
                .filter(code -> !records.containsKey(code) && !inFlight.contains(code))
                .forEach(code -> find(Kind.RECORD_MISSING, code, "events have receipts, there is no record"));
    }

    private InputLog input(TopicPartition partition) {
        InputLog input = inputs.get(partition);
        if (input == null) {
            throw new IllegalArgumentException("no input partition " + partition);
        }
        return input;
    }

    private void find(Kind kind, String where, String detail) {
        findings.add(new Finding(kind, where, detail));
    }
}
