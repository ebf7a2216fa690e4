package org.lienthong.app.guarantees;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.guarantees.Evidence.StoredReceipt;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;

/** PostgreSQL answers what the topics say: dossiers, receipts, figures. */
final class RowsEqualTopics implements Guarantee {

    @Override
    public String name() {
        return "rows equal topics";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        Rows expected = of(found.records(), found.receipts(), found.statistics());
        List<String> breaches = new ArrayList<>();
        compare("dossiers", expected.dossiers(), found.rows().dossiers(), breaches);
        compare("receipts", expected.receipts(), found.rows().receipts(), breaches);
        compare("unit_statistics", expected.statistics(), found.rows().statistics(), breaches);
        return breaches;
    }

    /** The rows that these topics make. */
    static Rows of(
            Map<String, Encoded<DossierRecord>> records,
            List<StoredReceipt> receipts,
            Map<String, Encoded<UnitStatistics>> statistics) {
        Rows rows = new Rows(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        records.forEach((code, record) -> rows.dossiers().put(code, row(record.value())));
        receipts.forEach(stored -> rows.receipts().put(stored.place(), row(stored.receipt())));
        statistics.forEach(
                (key, value) -> rows.statistics().put(key, row(value.value().getFigures())));
        return rows;
    }

    private static void compare(
            String table, Map<String, String> topic, Map<String, String> rows, List<String> breaches) {
        TreeSet<String> keys = new TreeSet<>(topic.keySet());
        keys.addAll(rows.keySet());
        for (String key : keys) {
            if (!Objects.equals(topic.get(key), rows.get(key))) {
                breaches.add(
                        "%s, %s: the topic has %s, the table %s".formatted(table, key, topic.get(key), rows.get(key)));
            }
        }
    }

    private static String row(DossierRecord record) {
        return join(
                record.getEventCount(),
                record.getLastEventId(),
                record.getStatus() == null ? "-" : record.getStatus(),
                micros(record.getDueAt()));
    }

    private static String row(Receipt receipt) {
        Origin origin = receipt.getOrigin();
        return join(
                receipt.getOutcome(),
                receipt.getCode(),
                receipt.getRecordVersion(),
                origin.getTopic(),
                origin.getPartition(),
                origin.getOffset());
    }

    private static String row(Figures figures) {
        return join(IntStream.range(0, figures.getSchema().getFields().size())
                .mapToObj(figures::get)
                .toArray());
    }

    private static String join(Object... columns) {
        return Stream.of(columns).map(String::valueOf).collect(Collectors.joining("|"));
    }

    private static String micros(@Nullable Instant instant) {
        return instant == null ? "-" : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
