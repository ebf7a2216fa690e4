package org.lienthong.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.registry.SchemaRegistryClient;

/**
 * Writes generated Avro records in the Confluent wire format. Thread-safe, as a shared producer needs: each thread has
 * its own buffer, encoder and writers, so that the hot path allocates only the bytes that it returns.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    static {
        TrustedClasses.trust();
    }

    private final SchemaRegistryClient registry;
    private final boolean autoRegister;
    private final Map<Destination, Integer> ids = new ConcurrentHashMap<>();
    private final ThreadLocal<Workbench> workbenches = ThreadLocal.withInitial(Workbench::new);

    /** @param autoRegister whether an unknown schema is registered ({@code auto.register.schemas}) or refused */
    public AvroSerializer(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Schema schema = value.getSchema();
        Integer id = ids.get(new Destination(topic, schema));
        if (id == null) {
            id = resolve(topic, schema);
            ids.put(new Destination(topic, schema), id);
        }
        return workbenches.get().encode(id, schema, value);
    }

    private int resolve(String topic, Schema schema) {
        String subject = topic + "-value";
        return autoRegister ? registry.register(subject, schema) : registry.idOf(subject, schema);
    }

    /** Generated classes share one schema instance, so identity is enough and costs no deep hash. */
    private record Destination(String topic, Schema schema) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Destination that && topic.equals(that.topic) && schema == that.schema;
        }

        @Override
        public int hashCode() {
            return topic.hashCode() * 31 + System.identityHashCode(schema);
        }
    }

    /** What one thread encodes with. */
    private static final class Workbench extends ByteArrayOutputStream {
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(this, null);
        private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new IdentityHashMap<>();

        Workbench() {
            super(1024);
        }

        byte[] encode(int id, Schema schema, SpecificRecord value) {
            reset();
            count = WireFormat.PREFIX_LENGTH;
            WireFormat.writePrefix(buf, id);
            try {
                writers.computeIfAbsent(schema, s -> new SpecificDatumWriter<>(s, SpecificData.get()))
                        .write(value, encoder);
                encoder.flush();
            } catch (IOException | ClassCastException | NullPointerException e) {
                // The value itself stays out of the message: it may hold personal data.
                throw new SerializationException("value does not follow the schema " + schema.getFullName(), e);
            }
            return toByteArray();
        }
    }
}
