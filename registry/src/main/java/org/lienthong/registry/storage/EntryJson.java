package org.lienthong.registry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.registry.catalog.CompatibilityLevel;
import org.lienthong.registry.catalog.Entry;
import org.lienthong.registry.catalog.Mode;
import org.lienthong.registry.catalog.Reference;
import org.lienthong.registry.catalog.SchemaContent;
import org.lienthong.registry.catalog.SchemaVersion;

/**
 * Entries as JSON keys and values, in the form in which Confluent's registry keeps them, so that a deployment can move
 * from one to the other with its topic. The order of a key's fields is part of the form: compaction compares bytes.
 */
final class EntryJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    /** Key and value of a Kafka record; a value of null is a tombstone. */
    record Pair(byte[] key, byte @Nullable [] value) {}

    static Pair write(Entry entry) {
        if (entry instanceof Entry.Stored stored) {
            SchemaVersion version = stored.version();
            return new Pair(schemaKey(version.subject(), version.version()), bytes(schema(version)));
        }
        if (entry instanceof Entry.Erased erased) {
            return new Pair(schemaKey(erased.subject(), erased.version()), null);
        }
        if (entry instanceof Entry.SubjectDeleted deleted) {
            ObjectNode value = object().put("subject", deleted.subject()).put("version", deleted.lastVersion());
            return new Pair(key("DELETE_SUBJECT", deleted.subject()), bytes(value));
        }
        if (entry instanceof Entry.LevelSet set) {
            return setting("CONFIG", set.subject(), "compatibilityLevel", set.level());
        }
        if (entry instanceof Entry.ModeSet set) {
            return setting("MODE", set.subject(), "mode", set.mode());
        }
        throw new IllegalArgumentException("no form for " + entry.getClass());
    }

    /**
     * The entry in a record; empty for kinds that carry nothing for us (NOOP, contexts, exporters).
     *
     * @throws IOException where key or value are not of the form
     */
    static Optional<Entry> read(byte[] keyBytes, byte @Nullable [] valueBytes) throws IOException {
        JsonNode key = JSON.readTree(keyBytes);
        JsonNode value = valueBytes == null ? null : JSON.readTree(valueBytes);
        Optional<String> subject = Optional.ofNullable(key.path("subject").textValue());
        return switch (key.path("keytype").asText()) {
            case "SCHEMA" ->
                Optional.of(
                        value == null
                                ? new Entry.Erased(text(key, "subject"), number(key, "version"))
                                : new Entry.Stored(schema(value)));
            case "DELETE_SUBJECT" ->
                value == null
                        ? Optional.empty()
                        : Optional.of(new Entry.SubjectDeleted(text(key, "subject"), number(value, "version")));
            case "CONFIG" ->
                Optional.of(new Entry.LevelSet(
                        subject,
                        Optional.ofNullable(value)
                                .flatMap(v -> CompatibilityLevel.named(
                                        v.path("compatibilityLevel").asText()))));
            case "MODE" ->
                Optional.of(new Entry.ModeSet(
                        subject,
                        Optional.ofNullable(value)
                                .flatMap(v -> Mode.named(v.path("mode").asText()))));
            default -> Optional.empty();
        };
    }

    private static ObjectNode schema(SchemaVersion version) {
        ObjectNode value = object().put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        if (!version.content().references().isEmpty()) {
            version.content()
                    .references()
                    .forEach(reference -> value.withArray("references")
                            .addObject()
                            .put("name", reference.name())
                            .put("subject", reference.subject())
                            .put("version", reference.version()));
        }
        return value.put("schema", version.content().text()).put("deleted", version.deleted());
    }

    private static SchemaVersion schema(JsonNode value) throws IOException {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : value.path("references")) {
            references.add(
                    new Reference(text(reference, "name"), text(reference, "subject"), number(reference, "version")));
        }
        return new SchemaVersion(
                text(value, "subject"),
                number(value, "version"),
                number(value, "id"),
                new SchemaContent(text(value, "schema"), references),
                value.path("deleted").asBoolean());
    }

    private static Pair setting(
            String keyType, Optional<String> subject, String name, Optional<? extends Enum<?>> setting) {
        byte[] key = key(keyType, subject.orElse(null));
        return new Pair(
                key, setting.map(s -> bytes(object().put(name, s.name()))).orElse(null));
    }

    private static byte[] schemaKey(String subject, int version) {
        return bytes(object().put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1));
    }

    private static byte[] key(String keyType, @Nullable String subject) {
        return bytes(object().put("keytype", keyType).put("subject", subject).put("magic", 0));
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode node, String field) throws IOException {
        String text = node.path(field).textValue();
        if (text == null) {
            throw new IOException("no text in field " + field);
        }
        return text;
    }

    private static int number(JsonNode node, String field) throws IOException {
        if (!node.path(field).isInt()) {
            throw new IOException("no number in field " + field);
        }
        return node.path(field).intValue();
    }
}
