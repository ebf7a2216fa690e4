package org.lienthong.schemas.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.specific.SpecificData;

/** Looks at Avro schemas the way a reader does. */
final class AvroTypes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES = Path.of("src/main/avro");

    private AvroTypes() {}

    /** Every named type of the project, sorted by full name: what the sources define, as their classes know it. */
    static Collection<Schema> all() {
        Map<String, Schema> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                JsonNode source = JSON.readTree(file.toFile());
                String name = source.get("namespace").asText() + "."
                        + source.get("name").asText();
                collect(SpecificData.get().getSchema(Class.forName(name)), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SOURCES, e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class is generated from a schema", e);
        }
        return found.values();
    }

    /** The type and every named type in it. */
    static Collection<Schema> within(Schema schema) {
        Map<String, Schema> found = new TreeMap<>();
        collect(schema, found);
        return found.values();
    }

    /** Personal data: the tag stands on the field. */
    static boolean isPersonal(Schema.Field field) {
        return Boolean.TRUE.equals(field.getObjectProp("pii"));
    }

    /** The type as one cell of a table. */
    static String cell(Schema type) {
        return switch (type.getType()) {
            case RECORD, ENUM, FIXED ->
                "[%s](#%s)".formatted(type.getName(), type.getName().toLowerCase(Locale.ROOT));
            case ARRAY -> "list of " + cell(type.getElementType());
            case MAP -> "map of " + cell(type.getValueType());
            case UNION -> union(type);
            default -> primitive(type);
        };
    }

    private static String union(Schema type) {
        String others = type.getTypes().stream()
                .filter(branch -> branch.getType() != Type.NULL)
                .map(AvroTypes::cell)
                .collect(Collectors.joining(" or "));
        return type.isNullable() ? others + ", or null" : others;
    }

    private static String primitive(Schema type) {
        String name = type.getType().getName();
        if (type.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return "decimal(%d, %d)".formatted(decimal.getPrecision(), decimal.getScale());
        }
        return type.getLogicalType() == null ? name : type.getLogicalType().getName();
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM, FIXED -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            default -> {}
        }
    }
}
