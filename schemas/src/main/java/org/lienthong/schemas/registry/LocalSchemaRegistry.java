package org.lienthong.schemas.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * A registry inside the process, for topologies under test and for work without a network. It keeps ids as a real one
 * does, and enforces BACKWARD compatibility against the latest version.
 */
public final class LocalSchemaRegistry implements SchemaRegistryClient {

    private final List<Schema> byId = new ArrayList<>();
    private final Map<Schema, Integer> ids = new HashMap<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<String> problems = incompatibilities(subject, schema);
        if (!problems.isEmpty()) {
            throw new RegistryRefusedException(409, "schema does not fit " + subject + ": " + problems);
        }
        List<Schema> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        return ids.computeIfAbsent(schema, s -> {
            byId.add(s);
            return byId.size();
        });
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!subjects.getOrDefault(subject, List.of()).contains(schema)) {
            throw new RegistryRefusedException(
                    RegistryRefusedException.SCHEMA_NOT_FOUND, "schema is not registered under " + subject);
        }
        return requireNonNull(ids.get(schema));
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > byId.size()) {
            throw new RegistryRefusedException(RegistryRefusedException.SCHEMA_NOT_FOUND, "no schema has id " + id);
        }
        return byId.get(id - 1);
    }

    @Override
    public synchronized Schema byGuid(String guid) {
        throw new RegistryRefusedException(RegistryRefusedException.SCHEMA_NOT_FOUND, "no schema has guid " + guid);
    }

    @Override
    public synchronized Optional<Schema> latest(String subject) {
        List<Schema> versions = subjects.getOrDefault(subject, List.of());
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    @Override
    public synchronized List<String> incompatibilities(String subject, Schema schema) {
        return latest(subject)
                .map(latest -> SchemaCompatibility.checkReaderWriterCompatibility(schema, latest))
                .filter(pair -> pair.getType() != SchemaCompatibilityType.COMPATIBLE)
                .map(pair -> List.of(pair.getDescription()))
                .orElse(List.of());
    }

    @Override
    public void close() {}
}
