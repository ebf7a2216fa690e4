package org.lienthong.schemas.serde;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistryRefusedException;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.UnreadableRecordException.Reason;

/**
 * Reads the Confluent wire format into a generated Avro class: the schema id in front of the body, or the GUID in a
 * header. Thread-safe. Throws {@link UnreadableRecordException} for bytes that can never be read.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    static {
        TrustedClasses.trust();
    }

    private @Nullable SchemaRegistryClient registry;
    private @Nullable Class<? extends SpecificRecord> type;
    private boolean ownsRegistry;
    private String guidHeader = WireFormat.VALUE_GUID_HEADER;
    private final Map<Integer, SpecificDatumReader<T>> readersById = new ConcurrentHashMap<>();
    private final Map<String, SpecificDatumReader<T>> readersByGuid = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable BinaryDecoder> decoders = new ThreadLocal<>();

    /** Nearly every record has the schema of the one before it: spares the look-up. */
    private volatile @Nullable Known<T> last;

    private record Known<T>(int id, SpecificDatumReader<T> reader) {}

    /** For Kafka tools, which call {@link #configure} next. */
    public AvroDeserializer() {}

    public AvroDeserializer(SchemaRegistryClient registry, Class<T> type) {
        this.registry = registry;
        this.type = type;
    }

    /**
     * Takes registry and class ({@code specific.avro.value.type}) from the properties, where no constructor gave them.
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        guidHeader = isKey ? WireFormat.KEY_GUID_HEADER : WireFormat.VALUE_GUID_HEADER;
        if (registry == null) {
            type = SerdeSettings.type(configs, isKey);
            registry = new HttpSchemaRegistryClient(RegistrySettings.fromProperties(configs));
            ownsRegistry = true;
        }
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (!WireFormat.hasPrefix(data)) {
            throw new UnreadableRecordException(
                    Reason.NOT_AVRO, "record of " + topic + " does not start with the prefix 0x00 and a schema id");
        }
        return decode(topic, readerOf(WireFormat.schemaId(data)), data, WireFormat.PREFIX_LENGTH);
    }

    @Override
    public @Nullable T deserialize(String topic, Headers headers, byte @Nullable [] data) {
        Header header = headers.lastHeader(guidHeader);
        if (data == null || header == null || !WireFormat.isGuid(header.value())) {
            return deserialize(topic, data);
        }
        return decode(topic, readerOf(WireFormat.guid(header.value())), data, 0);
    }

    @Override
    public void close() {
        if (ownsRegistry && registry != null) {
            registry.close();
        }
    }

    private SpecificDatumReader<T> readerOf(int id) {
        Known<T> recent = last;
        if (recent != null && recent.id() == id) {
            return recent.reader();
        }
        SpecificDatumReader<T> known = readersById.get(id);
        if (known == null) {
            known = reader("schema id " + id, () -> client().byId(id));
            readersById.put(id, known);
        }
        last = new Known<>(id, known);
        return known;
    }

    private SpecificDatumReader<T> readerOf(String guid) {
        SpecificDatumReader<T> known = readersByGuid.get(guid);
        if (known == null) {
            known = reader("schema GUID " + guid, () -> client().byGuid(guid));
            readersByGuid.put(guid, known);
        }
        return known;
    }

    private SchemaRegistryClient client() {
        return requireNonNull(registry, "configure() was not called");
    }

    private SpecificDatumReader<T> reader(String name, Supplier<Schema> lookup) {
        Schema writer;
        try {
            writer = lookup.get();
        } catch (RegistryRefusedException e) {
            // Refused credentials, for instance, say nothing about the record.
            if (e.errorCode() == RegistryRefusedException.SCHEMA_NOT_FOUND
                    || e.errorCode() == RegistryRefusedException.INVALID_SCHEMA) {
                throw new UnreadableRecordException(Reason.UNKNOWN_SCHEMA, name + ": " + e.getMessage(), e);
            }
            throw e;
        }
        SpecificData model = SpecificData.getForClass(requireNonNull(type));
        Schema wanted = model.getSchema(type);
        if (SchemaCompatibility.checkReaderWriterCompatibility(wanted, writer).getType()
                != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnreadableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA, name + " cannot be read as " + wanted.getFullName());
        }
        return new SpecificDatumReader<>(writer, wanted, model);
    }

    private T decode(String topic, SpecificDatumReader<T> reader, byte[] data, int offset) {
        BinaryDecoder used = decoders.get();
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(data, offset, data.length - offset, used);
        if (decoder != used) {
            decoders.set(decoder);
        }
        try {
            @SuppressWarnings("NullAway") // null: no record to reuse
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecordException(
                        Reason.CORRUPT_BODY, "record of " + topic + " has bytes after its Avro body");
            }
            return value;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | UnsupportedOperationException
                | ArithmeticException
                | DateTimeException
                | IllegalArgumentException e) {
            // Avro and its conversions answer wrong lengths, branches, dates and decimals with any of these.
            throw new UnreadableRecordException(
                    Reason.CORRUPT_BODY, "record of " + topic + " does not follow its Avro schema", e);
        }
    }
}
