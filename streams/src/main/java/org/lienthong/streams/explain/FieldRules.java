package org.lienthong.streams.explain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;

/** What the schema says about the fields of a record: which of them are explained, and which are personal. */
final class FieldRules {

    static final String PERMITS = "permits";

    /** The record's name, its account of its events, what each event says of itself, and what follows from the rest. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "code",
            "firstEventAt",
            "finishedAt",
            "overdueFrom",
            "workingMinutes",
            "anomalies",
            "claims",
            "eventCount",
            "lastEventAt",
            "lastSequence",
            "lastEventId");

    private static final List<Field> OF_RECORD = DossierRecord.getClassSchema().getFields().stream()
            .filter(field -> !BOOKKEEPING.contains(field.name()))
            .toList();
    private static final List<Field> OF_PERMIT = PermitView.getClassSchema().getFields().stream()
            .filter(field -> !field.name().equals("permitNumber"))
            .toList();

    private FieldRules() {}

    /** Permits among them, as one. */
    static List<Field> ofRecord() {
        return OF_RECORD;
    }

    static List<Field> ofPermit() {
        return OF_PERMIT;
    }

    static String ofPermit(String number) {
        return PERMITS + "/" + number;
    }

    static Value value(Field field, @Nullable Object value) {
        return value != null && isPersonal(field) ? Value.HIDDEN : Value.of(value);
    }

    /** What a claim states, which the record keeps as text. */
    static Value claimed(String path, String text) {
        Field field = path.startsWith(PERMITS + "/")
                // Numbers of permits have slashes of their own.
                ? PermitView.getClassSchema().getField(path.substring(path.lastIndexOf('/') + 1))
                : DossierRecord.getClassSchema().getField(path);
        return field == null || isPersonal(field) ? Value.HIDDEN : Value.of(parse(field.schema(), text));
    }

    private static boolean isPersonal(Field field) {
        return Boolean.TRUE.equals(field.getObjectProp("pii"));
    }

    private static Object parse(Schema schema, String text) {
        Schema branch = schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
        LogicalType logical = branch.getLogicalType();
        try {
            return switch (logical == null ? branch.getType().getName() : logical.getName()) {
                case "timestamp-micros" -> Instant.parse(text);
                case "date" -> LocalDate.parse(text);
                case "decimal" -> new BigDecimal(text);
                case "boolean" -> Boolean.valueOf(text);
                default -> text;
            };
        } catch (DateTimeException | NumberFormatException e) {
            return text; // such as "amended", which states no value
        }
    }
}
