package org.lienthong.producers.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lienthong.producers.problem.ProblemCode.MAPPING_INVALID;
import static org.lienthong.producers.problem.ProblemCode.MAPPING_UNREADABLE;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;

/** Reads YAML into records; unknown keys, doubled keys and values of another type are refused with their place. */
public final class StrictYaml {

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse, "2025-07-01"))
                    .addDeserializer(ZoneId.class, new Parsed<>(ZoneId.class, ZoneId::of, "Asia/Ho_Chi_Minh")))
            .build();

    private StrictYaml() {}

    /** @throws InvalidFileException when the file cannot be read or used */
    public static <T> T read(Path file, Class<T> type) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in, file.toString(), type);
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
            throw new InvalidFileException(Problem.of(MAPPING_UNREADABLE, file, reason));
        }
    }

    /** @param name of the file that the text is from */
    public static <T> T read(String text, String name, Class<T> type) {
        try {
            return parse(new ByteArrayInputStream(text.getBytes(UTF_8)), name, type);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    /** Reads a file that ships with {@code owner}. */
    public static <T> T resource(Class<?> owner, String name, Class<T> type) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new InvalidFileException(Problem.of(MAPPING_UNREADABLE, name, "no such resource"));
            }
            return parse(in, name, type);
        } catch (IOException e) {
            throw new InvalidFileException(Problem.of(MAPPING_UNREADABLE, name, e.getMessage()));
        }
    }

    /** For a file whose form is right and whose content is not. */
    public static InvalidFileException invalid(String file, @Nullable String reason) {
        return new InvalidFileException(Problem.of(MAPPING_INVALID, file, "mapping", reason));
    }

    private static <T> T parse(InputStream in, String name, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(in, type);
            if (value == null) {
                throw new InvalidFileException(Problem.of(MAPPING_INVALID, name, "1", "empty file"));
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidFileException(Problem.of(MAPPING_INVALID, name, place(e), reason(e)));
        }
    }

    private static String place(JacksonException e) {
        JsonLocation location = e.getLocation();
        String path = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining())
                : "";
        String line = location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
        return path.isEmpty() ? line : line + " (" + path.substring(1) + ")";
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + unknown.getPropertyName() + "', known are " + unknown.getKnownPropertyIds();
        }
        if (e instanceof MismatchedInputException wrong
                && wrong.getTargetType() != null
                && wrong.getTargetType().isRecord()) {
            return "keys with values are expected here";
        }
        Throwable cause = e.getCause();
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** A type of java.time that is written as a text. */
    private static final class Parsed<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parser;
        private final String example;

        Parsed(Class<T> type, Function<String, T> parser, String example) {
            super(type);
            this.parser = parser;
            this.example = example;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) throws IOException {
            try {
                return parser.apply(value);
            } catch (DateTimeException e) {
                throw context.weirdStringException(value, _valueClass, "not like " + example);
            }
        }
    }
}
