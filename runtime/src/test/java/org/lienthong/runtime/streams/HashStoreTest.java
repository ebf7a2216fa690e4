package org.lienthong.runtime.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class HashStoreTest {

    private final KeyValueStore<Bytes, byte[]> store =
            HeapStore.supplier("values", HashStore::new).get();

    @Test
    void itHoldsTheLatestOfEveryKey() {
        store.putAll(List.of(KeyValue.pair(key("a"), value("1")), KeyValue.pair(key("b"), value("2"))));
        store.put(key("a"), value("3"));
        assertThat(store.get(key("a"))).isEqualTo(value("3"));
        assertThat(store.putIfAbsent(key("a"), value("4"))).isEqualTo(value("3"));
        assertThat(store.putIfAbsent(key("c"), value("5"))).isNull();
        assertThat(store.delete(key("b"))).isEqualTo(value("2"));
        assertThat(store.get(key("b"))).isNull();
        assertThat(store.approximateNumEntries()).isEqualTo(2);
        assertThat(all()).isEqualTo(Map.of("a", "3", "c", "5"));
    }

    /** Jobs go through all entries and write to some of them as they go. */
    @Test
    void itMayBeWrittenToWhileItIsReadThrough() {
        for (int i = 0; i < 100; i++) {
            store.put(key("k" + i), value("old"));
        }
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> {
                store.put(entry.key, value("new"));
                store.put(key("more" + entry.key), value("new"));
            });
        }
        assertThat(all().values()).hasSize(200).containsOnly("new");
    }

    @Test
    void nobodyIsGivenKeysInAnOrderThatTheyDoNotHave() {
        assertThatThrownBy(() -> store.range(key("a"), key("b"))).isInstanceOf(UnsupportedOperationException.class);
    }

    private Map<String, String> all() {
        Map<String, String> found = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(
                    entry -> found.put(new String(entry.key.get(), UTF_8), new String(entry.value, UTF_8)));
        }
        return found;
    }

    private static Bytes key(String text) {
        return Bytes.wrap(value(text));
    }

    private static byte[] value(String text) {
        return text.getBytes(UTF_8);
    }
}
