package org.lienthong.schemas.serde;

import java.io.IOException;
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
import org.lienthong.schemas.registry.RegistryRefusedException;
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

    private final SchemaRegistryClient registry;
    private final Schema readerSchema;
    private final SpecificData model;
    private final Map<Integer, SpecificDatumReader<T>> readersById = new ConcurrentHashMap<>();
    private final Map<String, SpecificDatumReader<T>> readersByGuid = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable BinaryDecoder> decoders = new ThreadLocal<>();

    public AvroDeserializer(SchemaRegistryClient registry, Class<T> type) {
        this.registry = registry;
        this.readerSchema = SpecificData.get().getSchema(type);
        this.model = SpecificData.getForClass(type);
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
        Header header = headers.lastHeader(WireFormat.VALUE_GUID_HEADER);
        if (data == null || header == null || !WireFormat.isGuid(header.value())) {
            return deserialize(topic, data);
        }
        return decode(topic, readerOf(WireFormat.guid(header.value())), data, 0);
    }

    private SpecificDatumReader<T> readerOf(int id) {
        SpecificDatumReader<T> known = readersById.get(id);
        if (known == null) {
            known = reader("schema id " + id, () -> registry.byId(id));
            readersById.put(id, known);
        }
        return known;
    }

    private SpecificDatumReader<T> readerOf(String guid) {
        SpecificDatumReader<T> known = readersByGuid.get(guid);
        if (known == null) {
            known = reader("schema GUID " + guid, () -> registry.byGuid(guid));
            readersByGuid.put(guid, known);
        }
        return known;
    }

    private SpecificDatumReader<T> reader(String name, Supplier<Schema> lookup) {
        Schema writer;
        try {
            writer = lookup.get();
        } catch (RegistryRefusedException e) {
            throw new UnreadableRecordException(Reason.UNKNOWN_SCHEMA, name + " is not known to the registry", e);
        }
        if (SchemaCompatibility.checkReaderWriterCompatibility(readerSchema, writer)
                        .getType()
                != SchemaCompatibilityType.COMPATIBLE) {
            throw new UnreadableRecordException(
                    Reason.INCOMPATIBLE_SCHEMA, name + " cannot be read as " + readerSchema.getFullName());
        }
        return new SpecificDatumReader<>(writer, readerSchema, model);
    }

    private T decode(String topic, SpecificDatumReader<T> reader, byte[] data, int offset) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(data, offset, data.length - offset, decoders.get());
        decoders.set(decoder);
        try {
            @SuppressWarnings("NullAway") // null: no record to reuse
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecordException(
                        Reason.CORRUPT_BODY, "record of " + topic + " has bytes after its Avro body");
            }
            return value;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new UnreadableRecordException(
                    Reason.CORRUPT_BODY, "record of " + topic + " does not follow its Avro schema", e);
        }
    }
}
