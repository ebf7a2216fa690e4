package org.lienthong.runtime.settings;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads settings into validated records: defaults, then one YAML file, then the environment, then flags, the later over
 * the earlier. A key that nobody knows is an error, not a surprise.
 *
 * <p>A setting {@code kafka.bootstrapServers} is {@code LIENTHONG_KAFKA_BOOTSTRAP_SERVERS} in the environment.
 */
public final class SettingsLoader {

    private static final String PREFIX = "LIENTHONG_";
    private static final YAMLMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final ObjectNode settings;

    private SettingsLoader(ObjectNode settings) {
        this.settings = settings;
    }

    /** @param resource YAML with every key and its default, beside the anchor class; it ships with the program */
    public static SettingsLoader withDefaults(Class<?> anchor, String resource) {
        try (InputStream in = anchor.getResourceAsStream(resource)) {
            if (in == null) {
                throw new SettingsException("the program has no defaults " + resource);
            }
            return new SettingsLoader((ObjectNode) YAML.readTree(in));
        } catch (IOException e) {
            throw new SettingsException("the defaults " + resource + " cannot be read", e);
        }
    }

    public SettingsLoader file(Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException(
                    "settings file " + file + " cannot be read: check the path and its permissions");
        }
        try {
            JsonNode tree = YAML.readTree(file.toFile());
            if (tree.isObject()) {
                merge(settings, (ObjectNode) tree, "", file.toString());
            } else if (!tree.isMissingNode() && !tree.isNull()) {
                throw new SettingsException(file + " is not a YAML mapping of settings");
            }
            return this;
        } catch (IOException e) {
            throw new SettingsException(file + " is not valid YAML: " + firstLine(e), e);
        }
    }

    /**
     * Takes what starts with {@code LIENTHONG_}; variables that only the launcher reads start with an underscore more.
     */
    public SettingsLoader environment(Map<String, String> environment) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        collectNames(settings, List.of(), names);
        environment.forEach((name, value) -> {
            List<String> path = names.get(name);
            if (path != null) {
                set(path, value);
            } else if (name.startsWith(PREFIX) && !name.startsWith(PREFIX + "_")) {
                throw new SettingsException(
                        "environment variable " + name + " names no setting; known: " + names.keySet());
            }
        });
        return this;
    }

    /** One setting by its keys from the top, such as {@code set("8080", "http", "port")}. */
    public SettingsLoader set(String value, String... keys) {
        return set(List.of(keys), value);
    }

    private SettingsLoader set(List<String> path, String value) {
        String last = path.get(path.size() - 1);
        JsonNode target = settings;
        for (String key : path.subList(0, path.size() - 1)) {
            target = target.path(key);
        }
        if (!target.has(last)) {
            throw new SettingsException("unknown setting " + String.join(".", path));
        }
        ((ObjectNode) target).put(last, value);
        return this;
    }

    /** @throws SettingsException when a value does not fit; the message names its path */
    public <T> T as(Class<T> type) {
        try {
            return YAML.treeToValue(settings, type);
        } catch (UnrecognizedPropertyException e) {
            throw new SettingsException("unknown setting " + path(e), e);
        } catch (ValueInstantiationException e) {
            throw new SettingsException(path(e) + ": " + firstLine(e.getCause() == null ? e : e.getCause()), e);
        } catch (InvalidFormatException e) {
            throw new SettingsException(
                    "setting %s does not fit: \"%s\" is not %s"
                            .formatted(path(e), e.getValue(), expected(e.getTargetType())),
                    e);
        } catch (JsonMappingException e) {
            throw new SettingsException("setting " + path(e) + " does not fit: " + firstLine(e), e);
        } catch (JsonProcessingException e) {
            throw new SettingsException("settings cannot be read: " + firstLine(e), e);
        }
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(joining(", ", "one of ", ""))
                : "a value of type " + type.getSimpleName();
    }

    private static void merge(ObjectNode into, ObjectNode from, String path, String source) {
        from.properties().forEach(entry -> {
            String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode known = into.get(entry.getKey());
            if (known == null && !isFreeForm(into, path)) {
                throw new SettingsException("unknown setting " + at + " in " + source);
            }
            if (known instanceof ObjectNode branch && entry.getValue() instanceof ObjectNode given) {
                merge(branch, given, at, source);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    /** Whether the keys are properties of some client: theirs have dots, settings of ours have none. */
    private static boolean isFreeForm(ObjectNode node, String path) {
        return path.endsWith("properties")
                || node.properties().stream().allMatch(entry -> entry.getKey().contains("."));
    }

    private static void collectNames(ObjectNode node, List<String> path, Map<String, List<String>> names) {
        node.properties().forEach(entry -> {
            List<String> at =
                    Stream.concat(path.stream(), Stream.of(entry.getKey())).toList();
            if (entry.getValue() instanceof ObjectNode branch) {
                collectNames(branch, at, names);
            } else {
                names.put(variable(String.join(".", at)), at);
            }
        });
    }

    private static String variable(String path) {
        return PREFIX
                + path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(reference -> path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName()));
        return path.toString();
    }

    private static String firstLine(Throwable e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
