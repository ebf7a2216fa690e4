package org.lienthong.schemas.serde;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;

/**
 * Writes generated Avro records in the Confluent wire format. Thread-safe, as a shared producer needs: each thread has
 * its own buffer, encoder and writers, so that the hot path allocates only the bytes that it returns.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    static {
        TrustedClasses.trust();
    }

    private @Nullable SchemaRegistryClient registry;
    private boolean autoRegister;
    private boolean ownsRegistry;
    private String subjectSuffix = "-value";
    private final Map<Destination, Integer> ids = new ConcurrentHashMap<>();
    private final ThreadLocal<Workbench> workbenches = ThreadLocal.withInitial(Workbench::new);

    /** For Kafka tools, which call {@link #configure} next. */
    public AvroSerializer() {}

    /** @param autoRegister whether an unknown schema is registered ({@code auto.register.schemas}) or refused */
    public AvroSerializer(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    /** Takes the registry and {@code auto.register.schemas} from the properties, where no constructor gave them. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        subjectSuffix = isKey ? "-key" : "-value";
        if (registry == null) {
            registry = new HttpSchemaRegistryClient(RegistrySettings.fromProperties(configs));
            autoRegister = SerdeSettings.autoRegister(configs);
            ownsRegistry = true;
        }
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Schema schema = value.getSchema();
        Destination destination = new Destination(topic, schema);
        Integer id = ids.get(destination);
        if (id == null) {
            id = resolve(topic, schema);
            ids.put(destination, id);
        }
        return workbenches.get().encode(id, schema, value);
    }

    @Override
    public void close() {
        if (ownsRegistry && registry != null) {
            registry.close();
        }
    }

    private int resolve(String topic, Schema schema) {
        SchemaRegistryClient client = requireNonNull(registry, "configure() was not called");
        String subject = topic + subjectSuffix;
        return autoRegister ? client.register(subject, schema) : client.idOf(subject, schema);
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
        private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(this, null);
        private final Map<Schema, WritePlan> plans = new IdentityHashMap<>();

        Workbench() {
            super(1024);
        }

        byte[] encode(int id, Schema schema, SpecificRecord value) {
            try {
                encoder.flush(); // what it still holds of a value that was refused
                reset();
                count = WireFormat.PREFIX_LENGTH;
                WireFormat.writePrefix(buf, id);
                plans.computeIfAbsent(schema, Workbench::plan).write(value, encoder);
                encoder.flush();
            } catch (NullPointerException e) {
                // The cause names the field that is null.
                throw new SerializationException("value does not follow " + schema.getFullName(), e);
            } catch (IOException | AvroRuntimeException | ClassCastException | IllegalArgumentException e) {
                // Neither the message nor the cause goes on: Avro puts the value into it, which may be personal data.
                throw new SerializationException("value does not follow " + schema.getFullName() + " ("
                        + e.getClass().getSimpleName() + ")");
            }
            return toByteArray();
        }

        private static WritePlan plan(Schema schema) {
            return new WritePlan(schema, SpecificData.getForSchema(schema));
        }
    }
}
