package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Told;

/** The description of the API against what the server does. */
class OpenApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values of path variables that there is something under. */
    private static final Map<String, String> THERE =
            Map.of("{code}", "68", "{id}", "H36.25", "{metric}", "TDGQ", "{eventId}", "e-0", "{report}", "units");

    /** Addresses that need a parameter to answer. */
    private static final Map<String, String> NEEDED = Map.of(
            "/v1/receipts", "?eventId=e-0",
            "/v1/index", "?period=2025",
            "/v1/units/{code}/index", "?period=2025",
            "/v1/agencies/{id}/index", "?period=2025-07",
            "/v1/units/{code}/index/{metric}/dossiers", "?period=2025");

    /** What breaks out of SQL, HTML, paths and parsers, where nothing takes care. */
    private static final List<String> NASTY = List.of(
            "'; DROP TABLE lienthong.dossiers; --",
            "<script>alert(1)</script>",
            "%' OR '1'='1",
            "../../etc/passwd",
            "\u0000",
            "\uD800",
            "99999999999999999999",
            "-1",
            "ký tự lạ \u202e",
            "x".repeat(3_000));

    private static ReportServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                () -> Map.of("dossier.records", 5L),
                Told.NOTHING);
        server.start();
        document = client().json("v1/openapi.json", 200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDescriptionIsOfTheVersionThatItSays() {
        assertThat(document.at("/openapi").asText()).isEqualTo("3.1.0");
        assertThat(names(document.at("/paths"))).contains("/v1/units/{code}/overview", "/v1/openapi.json");
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsAsDescribed() {
        return names(document.at("/paths")).stream()
                .filter(path -> !schemaOf(path).isMissingNode())
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    HttpResponse<String> answer = client().get(address(path) + NEEDED.getOrDefault(path, ""));

                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
                    assertThat(breaches(schemaOf(path), answer.body())).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyParameterIsTakenAndNoOther() {
        return names(document.at("/paths")).stream()
                .filter(path -> !schemaOf(path).isMissingNode())
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (JsonNode parameter : parameters(path, "query")) {
                        String name = parameter.at("/name").asText();
                        assertThat(client().get(address(path) + "?" + name + "=2025-07")
                                        .body())
                                .doesNotContain("UNKNOWN_PARAMETER");
                    }
                    if (!path.startsWith("/health") && !path.endsWith("openapi.json")) {
                        assertThat(client().get(address(path) + "?nosuch=1").body())
                                .contains("UNKNOWN_PARAMETER");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> nastyValuesAreProblemsAndNothingElse() {
        return names(document.at("/paths")).stream()
                .filter(path -> !schemaOf(path).isMissingNode())
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (String value : NASTY) {
                        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
                        for (JsonNode parameter : parameters(path, "query")) {
                            check(client().get(address(path) + "?"
                                    + parameter.at("/name").asText() + "=" + encoded));
                        }
                        for (JsonNode parameter : parameters(path, "path")) {
                            check(client().get(path.substring(1)
                                    .replace("{" + parameter.at("/name").asText() + "}", encoded.replace("+", "%20"))
                                    .replaceAll("\\{\\w+}", "68")));
                        }
                    }
                    assertThat(DATABASE.number("SELECT count(*) FROM lienthong.dossiers"))
                            .isEqualTo(1);
                }));
    }

    private static void check(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
            assertThat(breaches(
                            document.at("/components/responses/Problem/content/application~1problem+json/schema"),
                            answer.body()))
                    .isEmpty();
        }
    }

    private static List<String> breaches(JsonNode schema, String body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.at("/components"));
        JsonSchema validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
        try {
            return validator.validate(JSON.readTree(body)).stream()
                    .map(Object::toString)
                    .toList();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return List.of("no JSON: " + body);
        }
    }

    private static JsonNode schemaOf(String path) {
        return document.at("/paths")
                .path(path)
                .at("/get/responses/200/content")
                .path("application/json")
                .path("schema");
    }

    private static List<JsonNode> parameters(String path, String in) {
        List<JsonNode> found = new ArrayList<>();
        document.at("/paths").path(path).at("/get/parameters").forEach(parameter -> {
            if (parameter.at("/in").asText().equals(in)) {
                found.add(parameter);
            }
        });
        return found;
    }

    private static String address(String path) {
        String address = path.substring(1);
        if (path.startsWith("/v1/dossiers/")) {
            return address.replace("{code}", "H36.25-250701-0001");
        }
        for (Map.Entry<String, String> variable : THERE.entrySet()) {
            address = address.replace(variable.getKey(), variable.getValue());
        }
        return address;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Client client() {
        return new Client(server.url());
    }
}
