package org.lienthong.reporting.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Figures;
import org.lienthong.reporting.index.IndexPeriod;

/**
 * JSON schemas of the records that answers are made of, as Jackson writes them: every component is there, null only
 * where it may be. Records that are used more than once stand under {@code #/components/schemas}.
 */
final class JsonSchemas {

    private static final Map<Class<?>, String[]> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(boolean.class, new String[] {"boolean"}),
            Map.entry(Boolean.class, new String[] {"boolean"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(double.class, new String[] {"number", "double"}),
            Map.entry(Double.class, new String[] {"number", "double"}),
            Map.entry(BigDecimal.class, new String[] {"number"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(YearMonth.class, new String[] {"string"}),
            Map.entry(IndexPeriod.class, new String[] {"string"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}));

    private final JsonMapper json;
    private final ObjectNode components;
    private final Map<Class<?>, String> names = new HashMap<>();

    JsonSchemas(JsonMapper json) {
        this.json = json;
        this.components = json.createObjectNode();
    }

    /** The schemas that the others refer to, by name. */
    ObjectNode components() {
        return components;
    }

    ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        String[] simple = SIMPLE.get(plain);
        ObjectNode schema = json.createObjectNode();
        if (simple != null) {
            schema.put("type", simple[0]);
            if (simple.length > 1) {
                schema.put("format", simple[1]);
            }
            return schema;
        }
        if (plain.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            for (Object constant : plain.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return schema;
        }
        if (plain == Object.class) {
            return schema;
        }
        return reference(plain);
    }

    private ObjectNode ofGeneric(Class<?> raw, Type[] arguments) {
        ObjectNode schema = json.createObjectNode();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", of(arguments[0]));
        } else if (Map.class.isAssignableFrom(raw)) {
            schema.put("type", "object").set("additionalProperties", of(arguments[1]));
        } else {
            throw new IllegalArgumentException("no schema for " + raw);
        }
        return schema;
    }

    private ObjectNode reference(Class<?> type) {
        String name = name(type);
        if (!components.has(name)) {
            ObjectNode schema = json.createObjectNode();
            components.set(name, schema);
            describe(type, schema);
        }
        return json.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** Two records of one name, in two packages, must not become one. */
    private String name(Class<?> type) {
        return names.computeIfAbsent(type, unnamed -> {
            Class<?> outer = type.getEnclosingClass();
            String plain = (outer != null && outer.isRecord() ? outer.getSimpleName() : "") + type.getSimpleName();
            String room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            return names.containsValue(plain)
                    ? Character.toUpperCase(room.charAt(0)) + room.substring(1) + plain
                    : plain;
        });
    }

    private void describe(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        if (type == Figures.class) {
            Figures.schema().forEach((name, value) -> {
                properties.set(name, value == null ? orNull(of(Double.class)) : of(value));
                required.add(name);
            });
        } else {
            addComponents(type, properties, required);
        }
        schema.put("additionalProperties", false);
    }

    private void addComponents(Class<?> type, ObjectNode properties, ArrayNode required) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no schema for " + type);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addComponents(component.getType(), properties, required);
                continue;
            }
            ObjectNode schema = of(component.getGenericType());
            properties.set(
                    component.getName(), annotated.isAnnotationPresent(Nullable.class) ? orNull(schema) : schema);
            required.add(component.getName());
        }
    }

    private ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = json.createObjectNode();
        either.putArray("anyOf").add(schema).add(json.createObjectNode().put("type", "null"));
        return either;
    }
}
