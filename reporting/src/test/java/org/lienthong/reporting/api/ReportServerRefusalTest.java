package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;

/** What the server refuses, and how it says so. */
class ReportServerRefusalTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static ReportServer server;

    @BeforeAll
    static void start() {
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAliasOfSeveralDossiersIsNotGuessed() throws Exception {
        var first = Samples.dossier("A-1", 1);
        var second = Samples.dossier("A-2", 1);
        first.setAliases(List.of("both"));
        second.setAliases(List.of("both"));
        new SinkRows(DATABASE.database().dataSource()).dossiers(List.of(first, second));

        JsonNode problem = client().json("v1/dossiers/both", 409);

        assertThat(problem.at("/code").asText()).isEqualTo("DOSSIER_ALIAS_AMBIGUOUS");
        assertThat(problem.at("/en/detail").asText()).contains("A-1, A-2");
    }

    @ParameterizedTest
    @CsvSource({
        "v1/dossiers/NO-SUCH-CODE, 404, DOSSIER_NOT_FOUND",
        "v1/dossiers?code=, 400, BAD_PARAMETER",
        "v1/dossiers?kode=x, 400, UNKNOWN_PARAMETER",
        "v1/dossiers?code=x&unit=68, 400, UNKNOWN_PARAMETER",
        "v1/dossiers?unit=00000, 404, UNIT_NOT_FOUND",
        "v1/dossiers?unit=679&on=2025-07-01, 404, UNIT_NOT_FOUND",
        "v1/dossiers?status=LOST, 400, BAD_PARAMETER",
        "v1/dossiers?overdue=maybe, 400, BAD_PARAMETER",
        "v1/dossiers?from=2025-07-02&to=2025-07-01, 400, BAD_PARAMETER",
        "v1/dossiers?to=99999-01-01, 400, BAD_PARAMETER",
        "v1/dossiers?limit=0, 400, BAD_PARAMETER",
        "v1/dossiers?limit=1001, 400, BAD_PARAMETER",
        "v1/dossiers?q=, 400, BAD_PARAMETER",
        "v1/dossiers?after=yesterday, 400, BAD_PARAMETER",
        "v1/dossiers?after=00000000~2025-02-30~A, 400, BAD_PARAMETER",
        "v1/dossiers?after=zzzzzzzz~2025-07-01~A, 400, BAD_PARAMETER",
        "v1/dossiers?after=00000000~2025-07-01~A, 410, CURSOR_OF_ANOTHER_DATABASE",
        "v1/dossiers/a%00b, 400, BAD_ADDRESS",
        "v1/dossiers/a%2Fb, 404, DOSSIER_NOT_FOUND",
        "v1/events, 406, NOT_ACCEPTABLE",
        "v1/dossiers?code=a%00b, 400, BAD_PARAMETER",
        "v1/dossiers?code=x';DROP TABLE lienthong.dossiers;--, 404, DOSSIER_NOT_FOUND",
        "v1/units?on=yesterday, 400, BAD_PARAMETER",
        "v1/units?on=2025-02-30, 400, BAD_PARAMETER",
        "v1/units?on=%2B99999-01-01, 400, BAD_PARAMETER",
        "v1/units?on=2025-01-01&on=2025-01-02, 400, BAD_PARAMETER",
        "v1/units?day=2025-01-01, 400, UNKNOWN_PARAMETER",
        "v1/units/00000/statistics, 404, UNIT_NOT_FOUND",
        "v1/units/679/statistics?on=2025-07-01, 404, UNIT_NOT_FOUND",
        "v1/units/68/statistics?by=week, 400, BAD_PARAMETER",
        "v1/units/68/statistics?sector=SPORT, 400, BAD_PARAMETER",
        "v1/units/68/statistics?from=2025-13, 400, BAD_PARAMETER",
        "v1/units/68/statistics?from=2025-08&to=2025-07, 400, BAD_PARAMETER",
        "v1/nothing, 404, PATH_NOT_FOUND",
        "nothing.html, 404, PATH_NOT_FOUND",
    })
    void badInputIsAProblemInBothLanguages(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = client().get(path.replace(" ", "%20"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .isEqualTo("application/problem+json;charset=utf-8");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        for (String text : List.of("/title", "/detail", "/en/title", "/en/detail")) {
            assertThat(problem.at(text).asText()).isNotBlank();
        }
    }

    @Test
    void onlyGetIsTaken() throws Exception {
        HttpResponse<String> answer = Client.HTTP.send(
                HttpRequest.newBuilder(client().uri("v1/summary")).DELETE().build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(JSON.readTree(answer.body()).at("/code").asText()).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void aTakenPortIsNamed() {
        int port = URI.create(server.url()).getPort();
        try (ReportServer second = new ReportServer(
                ServerSettings.local(port),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("HTTP_PORT_TAKEN")
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    private static Client client() {
        return new Client(server.url());
    }
}
