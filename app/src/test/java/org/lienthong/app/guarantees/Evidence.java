package org.lienthong.app.guarantees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lienthong.app.guarantees.site.Site;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * What a run has left in topics and tables, as far as it is committed.
 *
 * @param inputs where each record of the merge's inputs stands
 * @param receipts by partition, then offset
 * @param records the latest of each key of dossier.records
 * @param statistics the latest of each key of unit.statistics
 * @param ledger the latest entry of each input partition, by key
 */
record Evidence(
        List<Origin> inputs,
        List<StoredReceipt> receipts,
        Map<String, Encoded<DossierRecord>> records,
        Map<String, Encoded<UnitStatistics>> statistics,
        Map<String, Encoded<LedgerEntry>> ledger,
        Rows rows) {

    /** A receipt and its place in exchange.receipts. */
    record StoredReceipt(int partition, long offset, Receipt receipt) {

        String place() {
            return "%s-%d-%d".formatted(Topics.RECEIPTS.name(), partition, offset);
        }

        /** Whether the event went into a record. */
        boolean folded() {
            return receipt.getOutcome() != Outcome.DUPLICATE && receipt.getOutcome() != Outcome.QUARANTINED;
        }
    }

    static Evidence gather(Site site) {
        AvroSerdes serdes = new AvroSerdes(site.schemas(), false);
        try (TopicReader topics = new TopicReader(site.kafka())) {
            List<Origin> inputs = new ArrayList<>();
            for (Topic<?> topic : List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS)) {
                topics.read(topic).forEach(r -> inputs.add(new Origin(r.topic(), r.partition(), r.offset())));
            }
            List<StoredReceipt> receipts = topics.read(Topics.RECEIPTS).stream()
                    .sorted(Comparator.comparingInt((ConsumerRecord<byte[], byte[]> r) -> r.partition())
                            .thenComparingLong(r -> r.offset()))
                    .map(r -> new StoredReceipt(
                            r.partition(),
                            r.offset(),
                            Encoded.of(r.value(), serdes.of(Topics.RECEIPTS)).value()))
                    .toList();
            return new Evidence(
                    inputs,
                    receipts,
                    latest(topics, serdes, Topics.DOSSIER_RECORDS),
                    latest(topics, serdes, Topics.UNIT_STATISTICS),
                    latest(topics, serdes, Topics.LEDGER),
                    Rows.read(site.database()));
        }
    }

    private static <V extends SpecificRecord> Map<String, Encoded<V>> latest(
            TopicReader topics, AvroSerdes serdes, Topic<V> topic) {
        Map<String, Encoded<V>> latest = new TreeMap<>();
        topics.latest(topic).forEach((key, bytes) -> latest.put(key, Encoded.of(bytes, serdes.of(topic))));
        return latest;
    }
}
