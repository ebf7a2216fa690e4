package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.record.EventOrder;

/** Against a sorted map: {@code -Dconvergence.seed=N} repeats one run. */
class HeapHistoryStoreTest {

    private final KeyValueStore<Bytes, byte[]> store =
            HeapHistoryStore.supplier("history").get();

    @RepeatedTest(20)
    void itHoldsWhatASortedMapHolds() {
        long seed = Long.getLong("convergence.seed", System.nanoTime());
        Random random = new Random(seed);
        TreeMap<Bytes, byte[]> expected = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            byte[] value = value(random);
            Bytes key = key("D" + random.nextInt(12), random.nextInt(40), value);
            if (random.nextInt(5) == 0) {
                assertThat(store.delete(key)).isEqualTo(expected.remove(key));
            } else {
                store.put(key, value);
                expected.put(key, value);
            }
            assertThat(store.get(key)).as("seed=%d", seed).isEqualTo(expected.get(key));
        }
        for (int dossier = 0; dossier < 12; dossier++) {
            Bytes first = HistoryKey.first("D" + dossier);
            Bytes last = HistoryKey.last("D" + dossier);
            List<KeyValue<Bytes, byte[]>> held = list(store.range(first, last));
            SortedMap<Bytes, byte[]> wanted = expected.subMap(first, last);
            assertThat(held.stream().map(entry -> entry.key))
                    .as("seed=%d", seed)
                    .containsExactlyElementsOf(wanted.keySet());
            assertThat(held.stream().map(entry -> entry.value).toArray(byte[][]::new))
                    .as("seed=%d", seed)
                    .isDeepEqualTo(wanted.values().toArray(byte[][]::new));
        }
        assertThat(store.approximateNumEntries()).isEqualTo(expected.size());
        assertThat(list(store.all())).hasSize(expected.size());
    }

    @Test
    void aWalkMeetsEveryDossierThatWasThereAtItsStart() {
        for (String code : List.of("C", "A", "B.1", "B")) {
            put(code);
        }
        DossierHistory history =
                new DossierHistory(store, new FactCodec(new AvroSerdes(new LocalSchemaRegistry(), true)));
        List<String> met = new ArrayList<>();
        for (var code = history.firstDossier(); code.isPresent(); code = history.dossierAfter(code.get())) {
            met.add(code.get());
            put("AA");
        }

        assertThat(met).containsExactly("A", "B", "B.1", "C");
        assertThat(history.firstDossier()).contains("A");
        assertThat(history.dossierAfter("A")).contains("AA");
    }

    @Test
    void whateverTheNumberOfDossiersEachHasItsOwnEntries() {
        int dossiers = 5_000;
        for (int event = 0; event < 3; event++) {
            for (int dossier = 0; dossier < dossiers; dossier++) {
                byte[] value = ("00000" + dossier + "/" + event).getBytes(US_ASCII);
                store.put(key("H36-" + dossier, event, value), value);
            }
        }

        assertThat(store.approximateNumEntries()).isEqualTo(3L * dossiers);
        for (int dossier = 0; dossier < dossiers; dossier++) {
            String code = "H36-" + dossier;
            assertThat(list(store.range(HistoryKey.first(code), HistoryKey.last(code))))
                    .extracting(entry -> new String(entry.value, US_ASCII))
                    .containsExactly("00000" + dossier + "/0", "00000" + dossier + "/1", "00000" + dossier + "/2");
        }
    }

    @Test
    void whatIsReadThroughIsNotChangedUnderTheReader() {
        byte[] first = "00000first".getBytes(US_ASCII);
        byte[] last = "00000last".getBytes(US_ASCII);
        store.put(key("A", 1, first), first);
        store.put(key("A", 3, last), last);
        KeyValueIterator<Bytes, byte[]> entries = store.range(HistoryKey.first("A"), HistoryKey.last("A"));
        assertThat(entries.next().value).isEqualTo(first);

        byte[] late = "00000late".getBytes(US_ASCII);
        store.put(key("A", 2, late), late);
        store.delete(key("A", 3, last));

        assertThat(list(entries)).extracting(entry -> entry.value).containsExactly(last);
        assertThat(list(store.range(HistoryKey.first("A"), HistoryKey.last("A"))))
                .extracting(entry -> entry.value)
                .containsExactly(first, late);
    }

    @Test
    void longValuesKeepTheirLength() {
        byte[] value = new byte[1_000_000];
        Bytes key = key("A", 1, value);
        store.put(key, value);
        put("A");

        assertThat(store.get(key)).isEqualTo(value);
        assertThat(store.approximateNumEntries()).isEqualTo(2);
    }

    private void put(String code) {
        byte[] value = "00000event".getBytes(US_ASCII);
        store.put(key(code, 0, value), value);
    }

    private static Bytes key(String code, int order, byte[] value) {
        return HistoryKey.of(code, new EventOrder(order - 20L, order % 3, "id-" + order), value);
    }

    private static byte[] value(Random random) {
        byte[] value = new byte[5 + random.nextInt(300)];
        random.nextBytes(value);
        return value;
    }

    private static List<KeyValue<Bytes, byte[]>> list(KeyValueIterator<Bytes, byte[]> entries) {
        List<KeyValue<Bytes, byte[]>> list = new ArrayList<>();
        entries.forEachRemaining(list::add);
        return list;
    }
}
