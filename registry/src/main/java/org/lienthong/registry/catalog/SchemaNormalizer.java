package org.lienthong.registry.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes schemas that mean the same the same text. Avro writes its own attributes in a fixed order already; what is left
 * is the order of everybody else's.
 */
final class SchemaNormalizer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> AVRO = Set.of(
            "type",
            "name",
            "namespace",
            "doc",
            "fields",
            "symbols",
            "items",
            "values",
            "size",
            "default",
            "order",
            "aliases",
            "logicalType",
            "precision",
            "scale");

    private SchemaNormalizer() {}

    /** @param text as Avro writes it */
    static String normalize(String text) {
        try {
            return JSON.writeValueAsString(ordered(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is not JSON", e);
        }
    }

    private static JsonNode ordered(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode result = JSON.createArrayNode();
            array.forEach(element -> result.add(ordered(element)));
            return result;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode result = JSON.createObjectNode();
        Map<String, JsonNode> others = new TreeMap<>();
        object.properties().forEach(property -> {
            if (AVRO.contains(property.getKey())) {
                result.set(property.getKey(), ordered(property.getValue()));
            } else {
                others.put(property.getKey(), ordered(property.getValue()));
            }
        });
        result.setAll(others);
        return result;
    }
}
