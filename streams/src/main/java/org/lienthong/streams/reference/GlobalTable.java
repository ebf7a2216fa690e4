package org.lienthong.streams.reference;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;

/**
 * A compacted topic that every task of a topology can read whole. It is loaded before the first record of any other
 * topic is processed, and followed from then on.
 *
 * <p>It holds the bytes as they came, and whoever reads a value decodes it: the thread that loads the tables cannot be
 * replaced when the registry does not answer, a thread that works on records can.
 */
public final class GlobalTable<V extends SpecificRecord> {

    private final AvroSerdes serdes;
    private final Topic<V> topic;
    private final String name;

    /** By this a reader knows that what it made of the table is out of date. */
    private final AtomicLong changes = new AtomicLong();

    private GlobalTable(AvroSerdes serdes, Topic<V> topic, String name) {
        this.serdes = serdes;
        this.topic = topic;
        this.name = name;
    }

    /**
     * Adds the table to a topology.
     *
     * @param name of the store; its nodes are {@code read-<name>} and {@code load-<name>}
     */
    public static <V extends SpecificRecord> GlobalTable<V> addTo(
            Topology topology, AvroSerdes serdes, Topic<V> topic, String name) {
        GlobalTable<V> table = new GlobalTable<>(serdes, topic, name);
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-" + name,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "load-" + name,
                () -> table.new Loader());
        return table;
    }

    /** The table as a processor reads it; to be asked for in its init and used by it alone. */
    public TableReader<V> reader(ProcessorContext<?, ?> context) {
        ReadOnlyKeyValueStore<String, byte[]> bytes = context.getStateStore(name);
        Deserializer<V> deserializer = serdes.of(topic).deserializer();
        return new TableReader<>(bytes, value -> deserializer.deserialize(topic.name(), value));
    }

    /**
     * What a processor makes of the whole table, made anew only when the table has changed; to be asked for in the
     * processor's init and used by it alone.
     */
    public <T> Supplier<T> view(ProcessorContext<?, ?> context, Function<Collection<V>, T> make) {
        return new TableView<>(reader(context), changes::get, make);
    }

    private final class Loader implements Processor<String, byte[], Void, Void> {

        @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
        private KeyValueStore<String, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(name);
        }

        @Override
        public void process(Record<String, byte[]> update) {
            store.put(update.key(), update.value());
            changes.incrementAndGet();
        }
    }
}
