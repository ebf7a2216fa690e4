package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Told;

/** Lists of procedures and agencies, and what every list has in common. */
class ReferenceApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

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

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "sector=construction, 1",
        "sector=HEALTH, 0",
        "q=1.0051, 1",
        "q=X%C3%82Y%20d%E1%BB%B1ng, 1",
        "q=%25, 0",
    })
    void proceduresAreFoundBySectorCodeAndName(String query, int count) throws Exception {
        JsonNode answer = client().json("v1/procedures?" + query, 200);

        assertThat(answer.at("/procedures")).hasSize(count);
    }

    @Test
    void agenciesAreListed() throws Exception {
        assertThat(client().json("v1/agencies", 200).at("/agencies").findValuesAsText("id"))
                .containsExactly("H36.25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/procedures", "v1/agencies", "v1/dossiers", "v1/units/68/changes"})
    void whatIsUnchangedIsNotSentAgainAndWhatIsSentIsPacked(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(client().uri(path)).header("Accept-Encoding", "gzip");
        var first = Client.HTTP.send(request.build(), BodyHandlers.ofByteArray());
        String tag = first.headers().firstValue("etag").orElseThrow();

        var again = Client.HTTP.send(request.header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var packed = Client.HTTP.send(
                HttpRequest.newBuilder(client().uri("v1/units"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
    }

    private static Client client() {
        return new Client(server.url());
    }
}
