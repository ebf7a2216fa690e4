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
 * Reads the topics and proves the ledger, also while events come in. The order of reading makes that sound: first where
 * the merge has committed, and the events up to there; then the ledger, once it covers them; then receipts; then
 * records and quarantine, which are at least as new as the receipts; then the receipts that came meanwhile, whose
 * dossiers are under way and not compared.
 *
 * <p>Memory: about six bytes an event and a hundred a dossier.
 */
public final class TopicAudit {

    private static final List<Topic<?>> INPUTS = List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS);
    private static final Duration LEDGER_PAUSE = Duration.ofMillis(300);
    private static final int LEDGER_TRIES = 20;

    private final KafkaSettings kafka;
    private final AvroDeserializer<DossierEvent> dossierEvents;
    private final AvroDeserializer<PermitEvent> permitEvents;
    private final AvroDeserializer<Receipt> receipts;
    private final AvroDeserializer<QuarantinedRecord> quarantine;
    private final AvroDeserializer<DossierRecord> records;
    private final AvroDeserializer<LedgerEntry> ledger;

    public TopicAudit(KafkaSettings kafka, SchemaRegistryClient registry) {
        this.kafka = kafka;
        dossierEvents = new AvroDeserializer<>(registry, DossierEvent.class);
        permitEvents = new AvroDeserializer<>(registry, PermitEvent.class);
        receipts = new AvroDeserializer<>(registry, Receipt.class);
        quarantine = new AvroDeserializer<>(registry, QuarantinedRecord.class);
        records = new AvroDeserializer<>(registry, DossierRecord.class);
        ledger = new AvroDeserializer<>(registry, LedgerEntry.class);
    }

    /** @throws UnreadableRecordException when the platform's own records cannot be read */
    public AuditReport run() throws InterruptedException {
        Audit audit = new Audit();
        try (TopicScan scan = new TopicScan(kafka);
                GroupLag groups = new GroupLag(kafka)) {
            Map<TopicPartition, Long> bounds = bounds(scan, groups);
            Map<TopicPartition, Long> starts = groups.starts(INPUTS);
            bounds.forEach((partition, bound) -> audit.partition(partition, starts.getOrDefault(partition, 0L), bound));
            scan.read(bounds, event -> audit.event(partition(event), event.offset(), eventId(event)));
            readLedger(scan, audit, bounds);

            Map<TopicPartition, Long> receiptEnds = scan.ends(List.of(Topics.RECEIPTS));
            scan.read(receiptEnds, each(receipts, (key, receipt) -> audit.receipt(receipt)));
            scan.read(scan.ends(List.of(Topics.DOSSIER_RECORDS)), each(records, (key, record) -> {
                if (record != null) {
                    audit.record(key, record.getEventCount());
                }
            }));
            scan.read(
                    scan.ends(List.of(Topics.QUARANTINE)),
                    each(quarantine, (key, kept) -> audit.quarantined(kept.getOrigin())));
            scan.read(
                    receiptEnds,
                    scan.ends(List.of(Topics.RECEIPTS)),
                    each(receipts, (key, receipt) -> audit.underWay(receipt.getDossierCode())));
        }
        return audit.report();
    }

    /** Where the merge has committed; never beyond what is there. */
    private static Map<TopicPartition, Long> bounds(TopicScan scan, GroupLag groups) {
        Map<TopicPartition, Long> committed = groups.committed("dossier-sync");
        Map<TopicPartition, Long> bounds = new HashMap<>();
        scan.ends(INPUTS)
                .forEach((partition, end) ->
                        bounds.put(partition, Math.min(end, committed.getOrDefault(partition, 0L))));
        return bounds;
    }

    /** The ledger is sent about twice a second: waits until it has come as far as the events that were read. */
    private void readLedger(TopicScan scan, Audit audit, Map<TopicPartition, Long> bounds) throws InterruptedException {
        Map<TopicPartition, LedgerEntry> latest = new HashMap<>();
        for (int i = 0; i < LEDGER_TRIES && !covers(latest, audit, bounds); i++) {
            if (i > 0) {
                Thread.sleep(LEDGER_PAUSE.toMillis());
            }
            scan.read(
                    scan.ends(List.of(Topics.LEDGER)),
                    each(
                            ledger,
                            (key, entry) ->
                                    latest.put(new TopicPartition(entry.getTopic(), entry.getPartition()), entry)));
        }
        latest.values().forEach(audit::ledger);
    }

    private static boolean covers(
            Map<TopicPartition, LedgerEntry> latest, Audit audit, Map<TopicPartition, Long> bounds) {
        return bounds.keySet().stream().allMatch(partition -> {
            LedgerEntry entry = latest.get(partition);
            long last = audit.lastOffset(partition);
            return last < 0 || entry != null && entry.getLastOffset() >= last;
        });
    }

    private @Nullable String eventId(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.topic().equals(Topics.PERMIT_EVENTS.name())) {
                PermitEvent event = permitEvents.deserialize(record.topic(), record.headers(), record.value());
                return event == null ? null : event.getHeader().getEventId();
            }
            DossierEvent event = dossierEvents.deserialize(record.topic(), record.headers(), record.value());
            return event == null ? null : event.getHeader().getEventId();
        } catch (UnreadableRecordException e) {
            return null;
        }
    }

    private static <V extends SpecificRecord> Consumer<ConsumerRecord<byte[], byte[]>> each(
            AvroDeserializer<V> deserializer, BiConsumer<String, V> use) {
        return record -> use.accept(
                record.key() == null ? "" : new String(record.key(), UTF_8),
                deserializer.deserialize(record.topic(), record.headers(), record.value()));
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
