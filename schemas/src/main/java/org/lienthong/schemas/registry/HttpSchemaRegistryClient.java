package org.lienthong.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * The registry over HTTP. Answers that cannot change (an id, a schema) are kept for ever; {@link #latest} and
 * {@link #incompatibilities} always ask.
 */
public final class HttpSchemaRegistryClient implements SchemaRegistryClient {

    private final RegistryTransport transport;
    private final Map<Registration, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> byId = new ConcurrentHashMap<>();
    private final Map<String, Schema> byGuid = new ConcurrentHashMap<>();

    public HttpSchemaRegistryClient(RegistrySettings settings) {
        this.transport = new RegistryTransport(settings);
    }

    /** Text, because two schemas that differ only in doc are equal to Avro and yet two versions. */
    private record Registration(String subject, String schema) {}

    @Override
    public int register(String subject, Schema schema) {
        Registration wanted = new Registration(subject, SchemaText.of(schema));
        return known(ids, wanted, () -> id(transport.post(versions(subject), body(wanted.schema()))));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        Registration wanted = new Registration(subject, SchemaText.of(schema));
        return known(ids, wanted, () -> id(transport.post("/subjects/" + encode(subject), body(wanted.schema()))));
    }

    @Override
    public Schema byId(int id) {
        return known(byId, id, () -> parse(transport.get("/schemas/ids/" + id)));
    }

    @Override
    public Schema byGuid(String guid) {
        return known(byGuid, guid, () -> {
            try {
                return parse(transport.get("/schemas/guids/" + encode(guid)));
            } catch (RegistryRefusedException e) {
                // Registries from before GUIDs do not know the path at all.
                throw e.errorCode() == 404
                        ? new RegistryRefusedException(
                                RegistryRefusedException.SCHEMA_NOT_FOUND, "the registry knows no GUIDs")
                        : e;
            }
        });
    }

    @Override
    public Optional<Schema> latest(String subject) {
        try {
            return Optional.of(parse(transport.get(versions(subject) + "/latest")));
        } catch (RegistryRefusedException e) {
            return absent(e, Optional.empty());
        }
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        try {
            JsonNode verdict =
                    transport.post("/compatibility" + versions(subject) + "?verbose=true", body(SchemaText.of(schema)));
            if (verdict.path("is_compatible").asBoolean()) {
                return List.of();
            }
            List<String> messages = new ArrayList<>();
            verdict.path("messages").forEach(message -> messages.add(message.asText()));
            return messages.isEmpty() ? List.of("schema does not fit " + subject) : List.copyOf(messages);
        } catch (RegistryRefusedException e) {
            return absent(e, List.of());
        }
    }

    @Override
    public void close() {
        ids.clear();
        byId.clear();
        byGuid.clear();
    }

    /** Not {@code computeIfAbsent}: that would hold a lock over the network; asking twice is harmless. */
    private static <K, V> V known(Map<K, V> cache, K key, Supplier<V> ask) {
        V cached = cache.get(key);
        if (cached != null) {
            return cached;
        }
        V answer = ask.get();
        cache.put(key, answer);
        return answer;
    }

    private static <T> T absent(RegistryRefusedException e, T answer) {
        if (e.errorCode() == RegistryRefusedException.SUBJECT_NOT_FOUND) {
            return answer;
        }
        throw e;
    }

    /** Schemas that the text names but does not define come first, from the subjects it refers to. */
    private Schema parse(JsonNode answer) {
        Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
        try {
            include(parser, answer);
            return parser.parse(required(answer, "schema").asText());
        } catch (AvroRuntimeException | NullPointerException e) {
            // Avro 1.12 answers a schema that is only the name of an unknown type ("object") with the latter.
            throw new RegistryRefusedException(
                    RegistryRefusedException.INVALID_SCHEMA,
                    "the registry's schema is not Avro but "
                            + answer.path("schemaType").asText("AVRO, and wrong"));
        }
    }

    private void include(Schema.Parser parser, JsonNode answer) {
        for (JsonNode reference : answer.path("references")) {
            if (!parser.getTypes().containsKey(reference.path("name").asText())) {
                JsonNode target =
                        transport.get(versions(reference.path("subject").asText()) + "/"
                                + reference.path("version").asInt() + "?deleted=true");
                include(parser, target);
                parser.parse(required(target, "schema").asText());
            }
        }
    }

    private static int id(JsonNode answer) {
        return required(answer, "id").asInt();
    }

    private static JsonNode required(JsonNode answer, String field) {
        JsonNode value = answer.get(field);
        if (value == null) {
            throw new RegistryRefusedException(
                    500, "the answer of the schema registry has no \"" + field + "\": is it a schema registry?");
        }
        return value;
    }

    private static ObjectNode body(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema);
    }

    private static String versions(String subject) {
        return "/subjects/" + encode(subject) + "/versions";
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
