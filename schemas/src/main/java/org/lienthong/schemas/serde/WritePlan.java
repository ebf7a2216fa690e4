package org.lienthong.schemas.serde;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.avro.Micros;

/**
 * Writes values of one schema just as Avro does, by a plan that is made once: which step writes which field is known
 * before the first value comes. {@link SpecificDatumWriter} asks schema, model and conversions anew for every field of
 * every value: a dossier record took it 8.3 µs, and takes the plan 3.3 µs. What the plan has no step for is left to it.
 * Not thread-safe.
 */
final class WritePlan {

    private final SpecificData model;
    private final Map<Schema, Step> records = new IdentityHashMap<>();
    private final Step root;

    /** Writes one value that is not null, unless the schema is a union or null. */
    private interface Step {
        void write(Object value, Encoder out) throws IOException;
    }

    /** @param model of the class, which knows its times and decimals also where they stand in a union */
    WritePlan(Schema schema, SpecificData model) {
        this.model = model;
        this.root = step(schema);
    }

    /**
     * Writes the value.
     *
     * @throws NullPointerException naming the field, where one is null that must not be
     * @throws ClassCastException where a field has another type
     */
    void write(SpecificRecord value, Encoder out) throws IOException {
        root.write(value, out);
    }

    private Step step(Schema schema) {
        if (schema.getLogicalType() != null) {
            return logical(schema);
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> (value, out) -> out.writeEnum(((Enum<?>) value).ordinal());
            case ARRAY -> array(step(schema.getElementType()));
            case UNION -> union(schema);
            case STRING -> (value, out) -> out.writeString((String) value);
            case INT -> (value, out) -> out.writeInt((Integer) value);
            case LONG -> (value, out) -> out.writeLong((Long) value);
            case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
            case DOUBLE -> (value, out) -> out.writeDouble((Double) value);
            case NULL -> (value, out) -> out.writeNull();
            default -> asAvro(schema);
        };
    }

    private Step logical(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return (value, out) -> out.writeLong(Micros.of((Instant) value));
        }
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            return (value, out) -> out.writeInt((int) ((LocalDate) value).toEpochDay());
        }
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal && schema.getType() == Schema.Type.BYTES) {
            return decimal(decimal, asAvro(schema));
        }
        return asAvro(schema);
    }

    /** @param otherwise rescales the value, or says why it cannot be written */
    private static Step decimal(LogicalTypes.Decimal type, Step otherwise) {
        return (value, out) -> {
            BigDecimal number = (BigDecimal) value;
            if (number.scale() == type.getScale() && number.precision() <= type.getPrecision()) {
                out.writeBytes(number.unscaledValue().toByteArray());
            } else {
                otherwise.write(value, out);
            }
        };
    }

    private Step record(Schema schema) {
        Step known = records.get(schema);
        if (known != null) {
            return known;
        }
        List<Schema.Field> fields = schema.getFields();
        Step[] steps = new Step[fields.size()];
        // Known before its fields are: a record may hold records of its own kind.
        Step step = (value, out) -> {
            SpecificRecord record = (SpecificRecord) value;
            for (int i = 0; i < steps.length; i++) {
                writeField(record, i, steps[i], out);
            }
        };
        records.put(schema, step);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = step(fields.get(i).schema());
        }
        return step;
    }

    private static void writeField(SpecificRecord record, int field, Step step, Encoder out) throws IOException {
        try {
            step.write(record.get(field), out);
        } catch (NullPointerException e) {
            Schema schema = record.getSchema();
            NullPointerException named = new NullPointerException(
                    "null in field " + schema.getFields().get(field).name() + " of " + schema.getFullName());
            named.initCause(e);
            throw named;
        }
    }

    private static Step array(Step element) {
        return (value, out) -> {
            Collection<?> elements = (Collection<?>) value;
            out.writeArrayStart();
            out.setItemCount(elements.size());
            for (Object one : elements) {
                out.startItem();
                element.write(one, out);
            }
            out.writeArrayEnd();
        };
    }

    private Step union(Schema schema) {
        List<Schema> types = schema.getTypes();
        Step[] steps = types.stream().map(this::step).toArray(Step[]::new);
        if (schema.isNullable() && types.size() == 2) {
            return optional(types.get(0).getType() == Schema.Type.NULL ? 0 : 1, steps);
        }
        Map<@Nullable Class<?>, Integer> indexes = new HashMap<>();
        return (value, out) -> {
            Class<?> type = value == null ? null : value.getClass();
            Integer index = indexes.get(type);
            if (index == null) {
                index = model.resolveUnion(schema, value);
                indexes.put(type, index);
            }
            out.writeIndex(index);
            steps[index].write(value, out);
        };
    }

    /** Null or something: the value alone says which, since the fields of generated classes have one type. */
    private static Step optional(int nothing, Step[] steps) {
        return (value, out) -> {
            int index = value == null ? nothing : 1 - nothing;
            out.writeIndex(index);
            steps[index].write(value, out);
        };
    }

    private Step asAvro(Schema schema) {
        SpecificDatumWriter<Object> writer = new SpecificDatumWriter<>(schema, model);
        return writer::write;
    }
}
