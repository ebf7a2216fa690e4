package org.lienthong.producers.mapping;

import static org.lienthong.producers.problem.ProblemCode.CODE_UNMAPPED;
import static org.lienthong.producers.problem.ProblemCode.NUMBER_INVALID;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.DossierEvent;

/** Builds the payload of one kind of event from rows; its fields are checked against the schema beforehand. */
final class PayloadBuilder {

    static {
        TrustedClasses.trust();
    }

    private static final Map<String, Schema> PAYLOADS =
            DossierEvent.getClassSchema().getField("payload").schema().getTypes().stream()
                    .collect(Collectors.toMap(Schema::getName, schema -> schema, (a, b) -> a, TreeMap::new));

    private static final Set<Schema.Type> NOT_MAPPABLE = Set.of(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.RECORD);

    private final Schema schema;
    private final Map<List<Schema.Field>, FieldSource> fields = new LinkedHashMap<>();
    private final Times times;

    /**
     * @param fields by name; {@code applicant.name} is a field of a record inside
     * @throws IllegalArgumentException for an event or field that the schema does not have, or a value it cannot hold
     */
    PayloadBuilder(String event, Map<String, FieldSource> fields, Times times) {
        Schema payload = PAYLOADS.get(event);
        if (payload == null) {
            throw new IllegalArgumentException("no event is called '" + event + "', there are " + PAYLOADS.keySet());
        }
        this.schema = payload;
        this.times = times;
        new TreeMap<>(fields).forEach((path, source) -> this.fields.put(resolve(path, source), source));
    }

    SpecificRecord build(LogRow row) {
        SpecificRecord payload = blank(schema);
        fields.forEach((path, source) -> {
            String text = source.in(row);
            if (text != null) {
                put(payload, path, text, String.valueOf(source.column()));
            }
        });
        return payload;
    }

    /** The columns that this row's payload holds as they stand. */
    Set<String> placed(LogRow row) {
        return fields.values().stream()
                .filter(source -> source.column() != null && source.isVerbatim() && source.in(row) != null)
                .map(FieldSource::column)
                .collect(Collectors.toSet());
    }

    private List<Schema.Field> resolve(String path, FieldSource source) {
        Schema at = schema;
        List<Schema.Field> steps = new ArrayList<>();
        for (String name : path.split("\\.", -1)) {
            Schema.Field field = at.getType() == Schema.Type.RECORD ? at.getField(name) : null;
            if (field == null) {
                throw new IllegalArgumentException(schema.getName() + " has no field '" + path + "'");
            }
            steps.add(field);
            at = present(field.schema());
        }
        if (NOT_MAPPABLE.contains(at.getType())) {
            throw new IllegalArgumentException(schema.getName() + "." + path + " is not a single value");
        }
        check(path, at, source);
        return List.copyOf(steps);
    }

    /** What is fixed in the mapping must fit the field: found now, not at the first row. */
    private void check(String path, Schema type, FieldSource source) {
        Iterable<String> fixed = source.codes() != null
                ? source.codes().values()
                : source.value() != null ? List.of(source.value()) : List.of();
        for (String value : fixed) {
            try {
                converted(type, value, path);
            } catch (RejectedRowException e) {
                throw new IllegalArgumentException(
                        schema.getName() + "." + path + " cannot be '" + value + "'" + symbols(type), e);
            }
        }
    }

    private static String symbols(Schema type) {
        return type.getType() == Schema.Type.ENUM ? ", only " + type.getEnumSymbols() : "";
    }

    private void put(SpecificRecord payload, List<Schema.Field> path, String text, String column) {
        SpecificRecord record = payload;
        for (Schema.Field step : path.subList(0, path.size() - 1)) {
            SpecificRecord inner = (SpecificRecord) record.get(step.pos());
            if (inner == null) {
                inner = blank(present(step.schema()));
                record.put(step.pos(), inner);
            }
            record = inner;
        }
        Schema.Field last = path.get(path.size() - 1);
        record.put(last.pos(), converted(present(last.schema()), text, column));
    }

    private Object converted(Schema type, String text, String column) {
        try {
            return switch (type.getType()) {
                case STRING -> text;
                case ENUM -> symbol(type, text, column);
                case BOOLEAN -> bool(text, column);
                case INT -> Integer.valueOf(text);
                case LONG -> times.parse(text, column);
                case BYTES -> new BigDecimal(text).setScale(((LogicalTypes.Decimal) type.getLogicalType()).getScale());
                default -> throw new IllegalArgumentException("no value of type " + type.getType() + " is mapped");
            };
        } catch (NumberFormatException | ArithmeticException e) {
            throw new RejectedRowException(NUMBER_INVALID, column, "number");
        }
    }

    private static Object symbol(Schema type, String text, String column) {
        if (!type.hasEnumSymbol(text)) {
            throw new RejectedRowException(CODE_UNMAPPED, text, column);
        }
        return SpecificData.get().createEnum(text, type);
    }

    private static Boolean bool(String text, String column) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new RejectedRowException(NUMBER_INVALID, column, "true/false");
        }
        return Boolean.valueOf(text);
    }

    /** A record whose fields have their defaults. */
    private static SpecificRecord blank(Schema schema) {
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : null;
            if (value != null) {
                record.put(field.pos(), value);
            }
        }
        return record;
    }

    private static Schema present(Schema schema) {
        return !schema.isUnion()
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow();
    }
}
