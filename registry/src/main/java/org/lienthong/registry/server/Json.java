package org.lienthong.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.registry.catalog.Reference;
import org.lienthong.registry.catalog.Registry;
import org.lienthong.registry.catalog.RegistryException;
import org.lienthong.registry.catalog.SchemaContent;
import org.lienthong.registry.catalog.SchemaVersion;

/** Requests and answers as JSON. */
final class Json {

    static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array(Collection<?> values) {
        return MAPPER.valueToTree(values);
    }

    static void answer(Context context, JsonNode body) {
        raw(context, body.toString());
    }

    /** A body that is JSON already. */
    static void raw(Context context, String body) {
        // As bytes: of a string, the server would write a charset that it guesses.
        context.contentType(MEDIA_TYPE).result(body.getBytes(StandardCharsets.UTF_8));
    }

    static void error(Context context, int status, int code, @Nullable String message) {
        context.status(status);
        answer(context, object().put("error_code", code).put("message", message));
    }

    static ObjectNode version(SchemaVersion version) {
        ObjectNode answer = object().put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        return content(answer, version.content());
    }

    static ObjectNode content(ObjectNode answer, SchemaContent content) {
        answer.put("guid", content.guid()).put("schemaType", "AVRO");
        if (!content.references().isEmpty()) {
            answer.set("references", array(content.references()));
        }
        return answer.put("schema", content.text());
    }

    /** @throws RegistryException 400 where the body is no JSON object */
    static JsonNode body(Context context) {
        try {
            JsonNode body = MAPPER.readTree(context.bodyAsBytes());
            if (body == null || !body.isObject()) {
                throw RegistryException.invalidRequest("the body has to be a JSON object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw RegistryException.invalidRequest("the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RegistryException.invalidRequest("the body cannot be read");
        }
    }

    /** @throws RegistryException 42201 where it holds no Avro schema */
    static Registry.Request schemaRequest(Context context) {
        JsonNode body = body(context);
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equalsIgnoreCase("AVRO") && !body.path("schemaType").isNull()) {
            throw RegistryException.invalidSchema("schemaType " + type + " is not kept here, only AVRO");
        }
        String schema = body.path("schema").textValue();
        if (schema == null || schema.isBlank()) {
            throw RegistryException.invalidSchema("the field \"schema\" is empty; it holds the schema as a string");
        }
        return new Registry.Request(
                new SchemaContent(schema, references(body)), positive(body, "id"), positive(body, "version"));
    }

    private static List<Reference> references(JsonNode body) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : body.path("references")) {
            String name = reference.path("name").textValue();
            String subject = reference.path("subject").textValue();
            int version = reference.path("version").asInt();
            if (name == null || subject == null || version < 1) {
                throw RegistryException.invalidSchema("a reference needs name, subject and version");
            }
            references.add(new Reference(name, subject, version));
        }
        return references;
    }

    /** Some clients send 0 or -1 for a number that they do not mean. */
    private static Optional<Integer> positive(JsonNode body, String field) {
        int number = body.path(field).asInt();
        return number > 0 ? Optional.of(number) : Optional.empty();
    }
}
