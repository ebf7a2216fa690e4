package org.lienthong.schemas.privacy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Hides what the schema tags {@code "pii": true}. The tag stands on a field and covers everything below it. */
public final class PersonalData {

    /** Stands where a value is hidden; an absent value stays absent. */
    public static final String HIDDEN = "***";

    private static final String TAG = "pii";

    private PersonalData() {}

    /**
     * The record as a tree of names and plain values, in the order of the schema, for a person to read. Where a field
     * may hold several kinds of record, the name of the kind is put around it. Bytes are shown by their number.
     */
    public static Map<String, @Nullable Object> hidden(IndexedRecord record) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            boolean hide = isPersonal(field) && !isEmpty(value);
            shown.put(field.name(), hide ? HIDDEN : show(field.schema(), value));
        }
        return shown;
    }

    private static boolean isPersonal(Field field) {
        return Boolean.TRUE.equals(field.getObjectProp(TAG));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static @Nullable Object show(Schema schema, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number && !(value instanceof BigDecimal)) {
            return value;
        }
        if (value instanceof IndexedRecord record) {
            Map<String, @Nullable Object> shown = hidden(record);
            return isOneOfSeveral(schema) ? Map.of(record.getSchema().getName(), shown) : shown;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(element -> shown.add(show(branch(schema, Type.ARRAY).getElementType(), element)));
            return shown;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> shown = new TreeMap<>();
            Schema values = branch(schema, Type.MAP).getValueType();
            map.forEach((key, element) -> shown.put(String.valueOf(key), show(values, element)));
            return shown;
        }
        if (value instanceof ByteBuffer bytes) {
            return bytes.remaining() + " bytes";
        }
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes().length + " bytes";
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    private static boolean isOneOfSeveral(Schema schema) {
        return schema.isUnion()
                && schema.getTypes().stream()
                                .filter(branch -> branch.getType() == Type.RECORD)
                                .count()
                        > 1;
    }

    private static Schema branch(Schema schema, Type type) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() == type)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
