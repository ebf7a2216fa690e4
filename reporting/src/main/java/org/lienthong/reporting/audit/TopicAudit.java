package org.lienthong.reporting.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.streams.GroupLag;
import org.lienthong.runtime.topics.TopicScan;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * Reads the topics and proves the ledger, also while events come in. The merge commits an event's offset, receipt,
 * record and count in one transaction, so the order of reading makes a busy, correct system show no gap:
 *
 * <ol>
 *   <li>where the merge has committed (the bound), and the events up to there;
 *   <li>the ledger, until it covers these events: it is sent about twice a second;
 *   <li>receipts: at least those of all these events, and of all that the ledger counts;
 *   <li>records and quarantine: at least as new as these receipts;
 *   <li>the receipts that came meanwhile: their dossiers, and those with receipts beyond the bound, are in flight and
 *       their records not compared;
 *   <li>the ends of the inputs: a receipt beyond them has no event.
 * </ol>
 *
 * <p>Memory: 5⅛ bytes an event and about 150 a dossier; 135 MB for a province-year (0.67 M dossiers, 6.7 M events).
 */
public final class TopicAudit {

    private static final List<Topic<?>> INPUTS = List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS);
    private static final Duration LEDGER_PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEDGER_PAUSE = Duration.ofMillis(250);

    private final KafkaSettings kafka;
    private final Duration ledgerPatience;
    private final AvroDeserializer<DossierEvent> dossierEvents;
    private final AvroDeserializer<PermitEvent> permitEvents;
    private final AvroDeserializer<Receipt> receipts;
    private final AvroDeserializer<QuarantinedRecord> quarantine;
    private final AvroDeserializer<DossierRecord> records;
    private final AvroDeserializer<LedgerEntry> ledger;

    public TopicAudit(KafkaSettings kafka, SchemaRegistryClient registry) {
        this(kafka, registry, LEDGER_PATIENCE);
    }

    /** @param ledgerPatience how long the ledger may take to cover what was committed before that is a gap */
    TopicAudit(KafkaSettings kafka, SchemaRegistryClient registry, Duration ledgerPatience) {
        this.kafka = kafka;
        this.ledgerPatience = ledgerPatience;
        dossierEvents = new AvroDeserializer<>(registry, DossierEvent.class);
        permitEvents = new AvroDeserializer<>(registry, PermitEvent.class);
        receipts = new AvroDeserializer<>(registry, Receipt.class);
        quarantine = new AvroDeserializer<>(registry, QuarantinedRecord.class);
        records = new AvroDeserializer<>(registry, DossierRecord.class);
        ledger = new AvroDeserializer<>(registry, LedgerEntry.class);
    }

    /**
     * @throws org.apache.kafka.common.KafkaException when the cluster cannot be read
     * @throws org.lienthong.schemas.registry.SchemaRegistryException when the registry does not answer
     */
    public AuditReport run() throws InterruptedException {
        Audit audit = new Audit();
        try (TopicScan scan = new TopicScan(kafka);
                GroupLag groups = new GroupLag(kafka)) {
            readEvents(scan, groups, audit);
            readLedger(scan, audit);
            Map<TopicPartition, Long> receiptEnds = scan.ends(List.of(Topics.RECEIPTS));
            scan.read(receiptEnds, each(audit, receipts, (from, receipt) -> {
                if (receipt != null) {
                    audit.receipt(receipt);
                }
            }));
            scan.read(
                    scan.ends(List.of(Topics.DOSSIER_RECORDS)),
                    each(
                            audit,
                            records,
                            (from, record) -> audit.record(
                                    key(from), place(from), record == null ? null : record.getEventCount())));
            scan.read(scan.ends(List.of(Topics.QUARANTINE)), each(audit, quarantine, (from, kept) -> {
                if (kept != null) {
                    audit.quarantined(kept);
                }
            }));
            scan.read(receiptEnds, scan.ends(List.of(Topics.RECEIPTS)), each(audit, receipts, (from, receipt) -> {
                if (receipt != null) {
                    audit.inFlight(receipt);
                }
            }));
            return audit.report(scan.ends(INPUTS));
        }
    }

    private void readEvents(TopicScan scan, GroupLag groups, Audit audit) {
        Map<TopicPartition, Long> committed = groups.committed(Topics.RECEIPTS.owner());
        Map<TopicPartition, Long> firsts = scan.starts(INPUTS);
        Map<TopicPartition, Long> bounds = new HashMap<>();
        // Never beyond what is there: a receipt of an event that a broker has lost is then found beyond the end.
        scan.ends(INPUTS)
                .forEach((partition, end) ->
                        bounds.put(partition, Math.min(end, committed.getOrDefault(partition, 0L))));
        bounds.forEach((partition, bound) -> audit.partition(partition, firsts.getOrDefault(partition, 0L), bound));
        scan.read(bounds, event -> audit.event(partition(event), event.offset(), eventId(event)));
    }

    private void readLedger(TopicScan scan, Audit audit) throws InterruptedException {
        long start = System.nanoTime();
        Map<TopicPartition, Long> from = Map.of();
        while (true) {
            Map<TopicPartition, Long> ends = scan.ends(List.of(Topics.LEDGER));
            scan.read(from, ends, each(audit, ledger, (place, entry) -> {
                if (entry != null) {
                    audit.ledger(entry);
                }
            }));
            if (audit.ledgerCoversEvents() || System.nanoTime() - start > ledgerPatience.toNanos()) {
                return;
            }
            from = ends;
            Thread.sleep(LEDGER_PAUSE.toMillis());
        }
    }

    /** Null where there is none to be read: such an event is in quarantine. */
    private @Nullable String eventId(ConsumerRecord<byte[], byte[]> event) {
        try {
            EventHeader header = header(event);
            return header == null ? null : header.getEventId();
        } catch (UnreadableRecordException e) {
            return null;
        }
    }

    private @Nullable EventHeader header(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.PERMIT_EVENTS.name())) {
            PermitEvent event = permitEvents.deserialize(record.topic(), record.headers(), record.value());
            return event == null ? null : event.getHeader();
        }
        DossierEvent event = dossierEvents.deserialize(record.topic(), record.headers(), record.value());
        return event == null ? null : event.getHeader();
    }

    /** Reads values for the audit; what the merge wrote and nobody can read is a finding, not the end. */
    private static <V extends SpecificRecord> Consumer<ConsumerRecord<byte[], byte[]>> each(
            Audit audit,
            AvroDeserializer<V> deserializer,
            BiConsumer<ConsumerRecord<byte[], byte[]>, @Nullable V> use) {
        return record -> {
            V value;
            try {
                value = deserializer.deserialize(record.topic(), record.headers(), record.value());
            } catch (UnreadableRecordException e) {
                audit.unreadable(place(record));
                return;
            }
            use.accept(record, value);
        };
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static Place place(ConsumerRecord<byte[], byte[]> record) {
        return Place.of(partition(record), record.offset());
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
