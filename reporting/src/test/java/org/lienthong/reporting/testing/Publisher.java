package org.lienthong.reporting.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;

/** Writes to the topics that the sink reads, in transactions as the real jobs do. */
public final class Publisher implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final AvroSerializer<SpecificRecord> serializer;

    public Publisher(KafkaSettings kafka, SchemaRegistryClient registry) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test-" + System.nanoTime());
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        serializer = new AvroSerializer<>(registry, true);
    }

    /** Sends within one transaction, committed when the work returns. */
    public void inTransaction(Runnable work) {
        producer.beginTransaction();
        work.run();
        producer.commitTransaction();
    }

    /** Sends and takes it all back. */
    public void aborted(Runnable work) {
        producer.beginTransaction();
        work.run();
        producer.flush();
        producer.abortTransaction();
    }

    /** To be called within a transaction; a null value is a tombstone. */
    public <V extends SpecificRecord> void send(Topic<V> topic, String key, @Nullable V value) {
        sendBytes(topic, key, serializer.serialize(topic.name(), value));
    }

    /** The partition is fixed so that offsets are known: all keys of the tests go to partition 0. */
    public void sendBytes(Topic<?> topic, String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic.name(), 0, key.getBytes(StandardCharsets.UTF_8), value));
    }

    public long sendBytesAndAwait(Topic<?> topic, String key, byte[] value) {
        try {
            producer.beginTransaction();
            long offset = producer.send(
                            new ProducerRecord<>(topic.name(), 0, key.getBytes(StandardCharsets.UTF_8), value))
                    .get()
                    .offset();
            producer.commitTransaction();
            return offset;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("not written to " + topic.name(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
