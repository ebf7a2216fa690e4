package org.lienthong.reporting.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.topic.Topics;

/** What stands on the topics, for one input partition, to be tampered with. */
final class Exchange {

    static {
        Topics.all();
    }

    private final TopicPartition partition;
    private final long bound;
    private final Map<Long, String> events = new TreeMap<>();
    private final Map<String, Place> recordPlaces = new LinkedHashMap<>();
    private final Map<String, @Nullable Integer> recordCounts = new LinkedHashMap<>();

    final List<Receipt> receipts = new ArrayList<>();
    final List<Receipt> later = new ArrayList<>();
    final List<QuarantinedRecord> quarantined = new ArrayList<>();
    final List<LedgerEntry> ledger = new ArrayList<>();
    final List<Place> unreadable = new ArrayList<>();
    long first;
    long end;

    Exchange(TopicPartition partition, long bound) {
        this.partition = partition;
        this.bound = bound;
        this.end = bound;
        ledger.add(LedgerEntry.newBuilder()
                .setTopic(partition.topic())
                .setPartition(partition.partition())
                .build());
    }

    /** An event as the merge handles it: receipt, count, and a place in quarantine. */
    void event(long offset, String dossier, Outcome outcome) {
        events.put(offset, "e-" + offset);
        handled(offset, receipt(offset, dossier, outcome));
    }

    void unreadableEvent(long offset) {
        events.put(offset, "");
        handled(offset, receipt(partition, offset, null, null, Outcome.QUARANTINED));
    }

    private void handled(long offset, Receipt receipt) {
        receipts.add(receipt);
        LedgerEntry entry = ledger.get(0);
        entry.setRead(entry.getRead() + 1);
        entry.setLastOffset(offset);
        switch (receipt.getOutcome()) {
            case APPLIED -> entry.setApplied(entry.getApplied() + 1);
            case DUPLICATE -> entry.setDuplicate(entry.getDuplicate() + 1);
            case LATE -> entry.setLate(entry.getLate() + 1);
            case SUPERSEDED -> entry.setSuperseded(entry.getSuperseded() + 1);
            case CONFLICT -> entry.setConflict(entry.getConflict() + 1);
            case QUARANTINED -> {
                entry.setQuarantined(entry.getQuarantined() + 1);
                quarantined.add(kept(offset));
            }
        }
    }

    void record(String dossier, long offset, int eventCount) {
        recordPlaces.put(dossier, new Place(Topics.DOSSIER_RECORDS.name(), 0, offset));
        recordCounts.put(dossier, eventCount);
    }

    void noRecord(String dossier) {
        recordCounts.put(dossier, null);
    }

    Receipt receipt(long offset, String dossier, Outcome outcome) {
        return receipt(partition, offset, dossier, "e-" + offset, outcome);
    }

    static Receipt receipt(
            TopicPartition partition,
            long offset,
            @Nullable String dossier,
            @Nullable String eventId,
            Outcome outcome) {
        return Receipt.newBuilder()
                .setEventId(eventId)
                .setDossierCode(dossier)
                .setOutcome(outcome)
                .setCode(outcome.name())
                .setOrigin(new Origin(partition.topic(), partition.partition(), offset))
                .build();
    }

    QuarantinedRecord kept(long offset) {
        return QuarantinedRecord.newBuilder()
                .setReason("NOT_AVRO")
                .setDetail("no prefix")
                .setOrigin(new Origin(partition.topic(), partition.partition(), offset))
                .setTimestamp(Instant.EPOCH)
                .build();
    }

    /** In the order in which the topics are read. */
    AuditReport audit() {
        Audit audit = new Audit();
        audit.partition(partition, first, bound);
        events.forEach((offset, id) -> {
            if (offset >= first) {
                audit.event(partition, offset, id.isEmpty() ? null : id);
            }
        });
        ledger.forEach(audit::ledger);
        receipts.forEach(audit::receipt);
        recordCounts.forEach((dossier, count) -> audit.record(dossier, recordPlaces.get(dossier), count));
        quarantined.forEach(audit::quarantined);
        later.forEach(audit::inFlight);
        unreadable.forEach(audit::unreadable);
        return audit.report(Map.of(partition, end));
    }
}
