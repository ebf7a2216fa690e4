package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.dossier.DossierRecord;

/** Following a unit over HTTP: by asking, and by listening. */
@Timeout(60)
class ChangeApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGES = "v1/units/25000/changes";
    private static final String STREAM = CHANGES + "/stream";

    private final SinkRows rows = new SinkRows(DATABASE.database().dataSource());
    private ReportServer server;

    @BeforeEach
    void start() {
        DATABASE.clear();
        DiLinh.load(rows);
        DATABASE.execute("TRUNCATE lienthong.dossiers, lienthong.dossier_departures");
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPollerGoesOnWhereItWas() throws Exception {
        rows.dossiers(List.of(Samples.dossier("A", 1), Samples.dossier("B", 2), Samples.dossier("C", 1)));

        JsonNode first = client().json(CHANGES + "?limit=2", 200);
        assertThat(told(first)).containsExactly("CHANGED A 1", "CHANGED B 2");
        assertThat(first.at("/more").asBoolean()).isTrue();
        assertThat(first.at("/changes/1/record/code").asText()).isEqualTo("B");
        assertThat(first.toString()).doesNotContain("Nguyễn Thị Hòa").doesNotContain("0900000000");

        rows.dossiers(List.of(Samples.dossier("A", 2)));
        JsonNode second = client().json(CHANGES + "?after=" + first.at("/next").asText(), 200);
        assertThat(told(second)).containsExactly("CHANGED C 1", "CHANGED A 2");
        assertThat(second.at("/more").asBoolean()).isFalse();

        JsonNode third = client().json(CHANGES + "?after=" + second.at("/next").asText(), 200);
        assertThat(told(third)).isEmpty();
        assertThat(third.at("/next").asText()).isEqualTo(second.at("/next").asText());
    }

    @Test
    void aListenerThatWasCutOffMissesNothingAndHearsNothingTwice() throws Exception {
        rows.dossiers(List.of(Samples.dossier("A", 1), Samples.dossier("B", 1)));
        List<String> heard = new ArrayList<>();
        String last;
        try (EventStream stream = new EventStream(client(), STREAM, "")) {
            assertThat(stream.response.headers().firstValue("content-type").orElse(""))
                    .startsWith("text/event-stream");
            hear(stream, heard);
            last = hear(stream, heard);
            rows.dossiers(List.of(Samples.dossier("C", 1)));
            last = hear(stream, heard);
        }
        DossierRecord moved = Samples.dossier("A", 2);
        moved.setUnitCode("25007");
        rows.dossiers(List.of(moved, Samples.dossier("B", 2)));
        rows.dossiersGone(List.of("C"));
        try (EventStream stream = new EventStream(client(), STREAM + "?after=00000000-0", last)) {
            hear(stream, heard);
            hear(stream, heard);
            hear(stream, heard);
        }

        assertThat(heard)
                .containsExactly("changed A 1", "changed B 1", "changed C 1", "moved A", "changed B 2", "deleted C");
    }

    @ParameterizedTest
    @CsvSource({
        "v1/units/00000/changes, 404, UNIT_NOT_FOUND",
        "v1/units/25000/changes?after=00000000-1, 410, CURSOR_OF_ANOTHER_DATABASE",
        "v1/units/25000/changes?after=tomorrow, 400, BAD_PARAMETER",
        "v1/units/25000/changes?limit=0, 400, BAD_PARAMETER",
        "v1/units/25000/changes?limit=1001, 400, BAD_PARAMETER",
        "v1/units/25000/changes?since=1, 400, UNKNOWN_PARAMETER",
        "v1/units/25000/changes/stream, 406, NOT_ACCEPTABLE",
    })
    void badInputIsAProblem(String path, int status, String code) throws Exception {
        assertThat(client().json(path, status).at("/code").asText()).isEqualTo(code);
    }

    @Test
    void aListenerOfAnotherDatabaseIsToldToStartAnew() throws Exception {
        try (EventStream stream = new EventStream(client(), STREAM, "00000000-5")) {
            assertThat(stream.response.statusCode()).isEqualTo(410);
        }
        try (EventStream stream = new EventStream(client(), "v1/units/00000/changes/stream", "")) {
            assertThat(stream.response.statusCode()).isEqualTo(404);
        }
    }

    private static List<String> told(JsonNode page) {
        List<String> told = new ArrayList<>();
        page.at("/changes")
                .forEach(change -> told.add(
                        change.at("/kind").asText() + " " + change.at("/code").asText() + " "
                                + change.at("/version").asText()));
        return told;
    }

    private static String hear(EventStream stream, List<String> heard) throws Exception {
        Map<String, String> event = stream.next();
        JsonNode change = JSON.readTree(event.get("data"));
        assertThat(change.at("/cursor").asText()).isEqualTo(event.get("id"));
        String version = change.at("/version").isNull()
                ? ""
                : " " + change.at("/version").asText();
        heard.add(event.get("event") + " " + change.at("/code").asText() + version);
        return event.get("id");
    }

    private Client client() {
        return new Client(server.url());
    }
}
