package org.lienthong.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.schemas.registry.SchemaText;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topic.Access;
import org.lienthong.schemas.topic.Topics;

/**
 * The pages under {@code docs/generated} say what the code says. A difference is a change of the public contract: look
 * at it, then rewrite the pages with {@code mvn -pl schemas test -Dtest=GeneratedDocsTest -Dgolden.update=true}.
 */
class GeneratedDocsTest {

    private static final Path DIRECTORY = Path.of("../docs/generated");

    /** Printed and compared by streams. */
    private static final Path AUTHORITY = DIRECTORY.resolve("authority.md");

    @Test
    void everyPageIsWhatTheCodeSays() throws IOException {
        Map<Path, String> pages = pages();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DIRECTORY.resolve("avro"));
            for (Path stale : present()) {
                Files.delete(stale);
            }
            for (Map.Entry<Path, String> page : pages.entrySet()) {
                Files.writeString(page.getKey(), page.getValue());
            }
        }
        assertThat(present()).containsExactlyInAnyOrderElementsOf(pages.keySet());
        pages.forEach((file, expected) -> assertThat(file)
                .as("%s (rewrite it with -Dgolden.update=true)", file)
                .content()
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @MethodSource("publicTopics")
    void everySchemaFileStandsAlone(Topic<?> topic) throws IOException {
        Schema parsed = new Schema.Parser().parse(Files.readString(file(topic)));
        assertThat(SchemaText.of(parsed)).isEqualTo(SchemaText.of(topic.schema()));
    }

    @Test
    void everyReferenceInTheAsyncApiDocumentLeadsSomewhere() throws IOException {
        JsonNode document =
                new YAMLMapper().readTree(DIRECTORY.resolve("asyncapi.yaml").toFile());
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(DIRECTORY.resolve(reference)).exists();
            }
        });
        assertThat(document.get("channels")).hasSize(publicTopics().size());
    }

    private static Map<Path, String> pages() throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        pages.put(DIRECTORY.resolve("topics.md"), CatalogueDocs.topics(Topics.all()));
        pages.put(DIRECTORY.resolve("schemas.md"), CatalogueDocs.schemas(AvroTypes.all()));
        pages.put(DIRECTORY.resolve("asyncapi.yaml"), AsyncApi.document(Topics.all()));
        pages.put(DIRECTORY.resolve("receipt-codes.md"), CatalogueDocs.receiptCodes());
        ObjectMapper json = new ObjectMapper();
        for (Topic<?> topic : publicTopics()) {
            JsonNode schema = json.readTree(SchemaText.of(topic.schema()));
            pages.put(file(topic), schema.toPrettyString() + "\n");
        }
        return pages;
    }

    private static List<? extends Topic<?>> publicTopics() {
        return Topics.all().stream()
                .filter(topic -> topic.access() != Access.INTERNAL)
                .toList();
    }

    private static Path file(Topic<?> topic) {
        return DIRECTORY.resolve("avro").resolve(topic.schema().getName() + ".avsc");
    }

    private static List<Path> present() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(AUTHORITY))
                    .toList();
        }
    }
}
