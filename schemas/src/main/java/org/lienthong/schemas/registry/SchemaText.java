package org.lienthong.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A schema as it is registered: with doc and {@code pii}, without the hint for Java's code generator
 * ({@code avro.java.string}), which would make the same schema look new to clients in other languages.
 */
public final class SchemaText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_HINT = "avro.java.string";

    private SchemaText() {}

    public static String of(Schema schema) {
        try {
            return JSON.writeValueAsString(clean(JSON.readTree(schema.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote " + schema.getFullName() + " as something that is not JSON", e);
        }
    }

    /** Walks types only: a default value may hold any JSON and stays as it is. */
    private static JsonNode clean(JsonNode type) {
        if (type instanceof ArrayNode union) {
            for (int i = 0; i < union.size(); i++) {
                union.set(i, clean(union.get(i)));
            }
            return union;
        }
        if (!(type instanceof ObjectNode object)) {
            return type;
        }
        object.remove(JAVA_HINT);
        for (String child : new String[] {"type", "items", "values"}) {
            if (object.has(child)) {
                object.set(child, clean(object.get(child)));
            }
        }
        object.path("fields").forEach(SchemaText::clean);
        boolean plain = object.size() == 1 && object.path("type").isTextual();
        return plain ? object.get("type") : object;
    }
}
