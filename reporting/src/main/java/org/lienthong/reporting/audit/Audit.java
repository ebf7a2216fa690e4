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
import org.lienthong.reporting.audit.AuditReport.Proof;
import org.lienthong.reporting.audit.AuditReport.Result;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;

/**
 * Takes in what was read from the topics and says what does not add up. The partitions come first, then their events,
 * the ledger, receipts, records and what is in quarantine, then who is in flight; {@link TopicAudit} says why a system
 * at work that is read in this order shows no finding.
 */
final class Audit {

    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final Map<TopicPartition, InputLog> inputs = new TreeMap<>(BY_NAME);
    private final Map<TopicPartition, LedgerEntry> ledger = new HashMap<>();
    private final DossierBalance dossiers = new DossierBalance();
    private final Set<Place> saidQuarantined = new HashSet<>();
    private final Set<Place> quarantined = new HashSet<>();
    private final Findings findings = new Findings();
    private long receipts;
    private long results;

    /**
     * @param first the first offset that is still on the topic
     * @param bound the offset after the last record that the merge had committed
     */
    void partition(TopicPartition partition, long first, long bound) {
        inputs.put(partition, new InputLog(first, bound));
    }

    /** @param eventId null where the bytes cannot be read */
    void event(TopicPartition partition, long offset, @Nullable String eventId) {
        InputLog input = inputs.get(partition);
        if (input == null) {
            throw new IllegalArgumentException("no input partition " + partition);
        }
        input.event(offset, eventId);
    }

    /** The latest entry of a partition stands. */
    void ledger(LedgerEntry entry) {
        results++;
        ledger.put(new TopicPartition(entry.getTopic(), entry.getPartition()), entry);
    }

    /** Whether the ledger has come as far as the events that were read. */
    boolean ledgerCoversEvents() {
        return inputs.entrySet().stream().allMatch(input -> {
            LedgerEntry entry = ledger.get(input.getKey());
            long last = input.getValue().lastOffset();
            return last < 0 || entry != null && entry.getLastOffset() >= last;
        });
    }

    void receipt(Receipt receipt) {
        results++;
        Place origin = Place.of(receipt.getOrigin());
        InputLog input = inputs.get(origin.topicPartition());
        if (input == null) {
            findings.add(Kind.RECEIPT_WITHOUT_EVENT, origin);
        } else if (input.isInFlight(origin.offset())) {
            receiptInFlight(input, origin, receipt);
        } else {
            receipts++;
            settledReceipt(input, origin, receipt);
        }
    }

    private void receiptInFlight(InputLog input, Place origin, Receipt receipt) {
        dossiers.inFlight(receipt.getDossierCode());
        if (!input.receipt(origin.offset(), receipt.getOutcome())) {
            findings.add(Kind.RECEIPT_TWICE, origin);
        }
    }

    private void settledReceipt(InputLog input, Place origin, Receipt receipt) {
        if (!input.hasEvent(origin.offset())) {
            findings.add(Kind.RECEIPT_WITHOUT_EVENT, origin);
            return;
        }
        if (!input.receipt(origin.offset(), receipt.getOutcome())) {
            findings.add(Kind.RECEIPT_TWICE, origin);
            return;
        }
        if (input.isAnotherEvent(origin.offset(), receipt.getEventId())) {
            findings.add(new Finding(
                    Kind.RECEIPT_OF_ANOTHER_EVENT, origin, receipt.getDossierCode(), null, receipt.getEventId()));
        }
        if (AuditRules.isCounted(receipt.getOutcome())) {
            dossiers.event(receipt.getDossierCode());
        } else if (receipt.getOutcome() == Outcome.QUARANTINED) {
            saidQuarantined.add(origin);
        }
    }

    /** @param eventCount null: the record was deleted */
    void record(String dossier, Place where, @Nullable Integer eventCount) {
        results++;
        if (eventCount == null) {
            dossiers.noRecord(dossier);
        } else {
            dossiers.record(dossier, where, eventCount);
        }
    }

    void quarantined(QuarantinedRecord kept) {
        results++;
        Place origin = Place.of(kept.getOrigin());
        if (!quarantined.add(origin)) {
            findings.add(Kind.QUARANTINE_TWICE, origin);
        }
    }

    /** A receipt that came after the others were read. */
    void inFlight(Receipt receipt) {
        dossiers.inFlight(receipt.getDossierCode());
    }

    /** A record of the merge that nobody can read. */
    void unreadable(Place where) {
        results++;
        findings.add(Kind.UNREADABLE, where);
    }

    /** @param ends the offset after the last event of each partition, asked after all else was read */
    AuditReport report(Map<TopicPartition, Long> ends) {
        inputs.forEach((partition, input) -> {
            input.withoutReceipt().forEach(offset -> findings.add(Kind.RECEIPT_MISSING, Place.of(partition, offset)));
            input.receiptsFrom(ends.getOrDefault(partition, 0L))
                    .forEach(offset -> findings.add(Kind.RECEIPT_WITHOUT_EVENT, Place.of(partition, offset)));
            AuditRules.ledger(partition, ledger.get(partition), input).forEach(findings::add);
        });
        ledger.keySet().stream()
                .filter(partition -> !inputs.containsKey(partition))
                .forEach(unknown -> findings.add(Kind.LEDGER_DIFFERS, Place.of(unknown)));
        checkQuarantine(ends);
        dossiers.check(findings);
        return new AuditReport(
                partitions(ends), results(), dossiers.inFlight(), findings.listed(), findings.unlisted());
    }

    private void checkQuarantine(Map<TopicPartition, Long> ends) {
        saidQuarantined.stream()
                .filter(origin -> !quarantined.contains(origin))
                .forEach(origin -> findings.add(Kind.QUARANTINE_MISSING, origin));
        quarantined.stream()
                .filter(origin -> !saidQuarantined.contains(origin) && !mayBeInFlight(origin, ends))
                .forEach(origin -> findings.add(Kind.QUARANTINE_WITHOUT_RECEIPT, origin));
    }

    private boolean mayBeInFlight(Place origin, Map<TopicPartition, Long> ends) {
        InputLog input = inputs.get(origin.topicPartition());
        return input != null
                && input.isInFlight(origin.offset())
                && origin.offset() < ends.getOrDefault(origin.topicPartition(), 0L);
    }

    private List<Partition> partitions(Map<TopicPartition, Long> ends) {
        List<Partition> partitions = new ArrayList<>();
        inputs.forEach((partition, input) -> {
            LedgerEntry entry = ledger.get(partition);
            partitions.add(new Partition(
                    partition.topic(),
                    partition.partition(),
                    input.read(),
                    input.waiting(ends.getOrDefault(partition, 0L)),
                    input.settled(),
                    entry == null ? -1 : entry.getRead() - input.inFlightUpTo(entry.getLastOffset()),
                    findings.in(partition)));
        });
        return partitions;
    }

    private List<Result> results() {
        List<Result> proofs = new ArrayList<>();
        for (Proof proof : Proof.values()) {
            long compared =
                    switch (proof) {
                        case RECEIPTS ->
                            inputs.values().stream().mapToLong(InputLog::read).sum();
                        case EVENTS -> receipts;
                        case LEDGER -> inputs.size();
                        case QUARANTINE -> saidQuarantined.size();
                        case RECORDS -> dossiers.compared();
                        case READABLE -> results;
                    };
            proofs.add(new Result(proof, compared, findings.against(proof)));
        }
        return proofs;
    }
}
