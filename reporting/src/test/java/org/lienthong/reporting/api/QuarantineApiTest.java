package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.reporting.quarantine.QuarantineRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.exchange.Outcome;

class QuarantineApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static ReportServer server;

    @BeforeAll
    static void start() {
        QuarantineRows rows = new QuarantineRows(DATABASE);
        rows.quarantined("CORRUPT_BODY", 1);
        rows.quarantined("KEY_MISMATCH", 2);
        rows.quarantined("KEY_MISMATCH", 3);
        rows.receipt(rows.quarantined("KEY_MISMATCH", 4), 9, Outcome.APPLIED);
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
    void whatIsOpenIsListedWithoutItsContent() throws Exception {
        JsonNode page = client().json("v1/quarantine", 200);

        assertThat(page.at("/records").findValuesAsText("origin"))
                .containsExactly("dossier.events-0-1", "dossier.events-0-2", "dossier.events-0-3");
        assertThat(page.at("/next").isNull()).isTrue();
        assertThat(page.at("/records/0").toString())
                .isEqualTo("{\"origin\":\"dossier.events-0-1\",\"first\":\"dossier.events-0-1\","
                        + "\"reason\":\"CORRUPT_BODY\",\"detail\":\"record does not follow its Avro schema\","
                        + "\"eventId\":\"e-1\",\"dossierCode\":\"H36.25-250701-0001\",\"sourceSystem\":\"one-stop\","
                        + "\"agencyId\":\"H36.25\",\"recordedAt\":\"2025-07-01T01:01:00Z\","
                        + "\"quarantinedBy\":\"dossier-sync\",\"state\":\"OPEN\",\"redrive\":null}");
    }

    @Test
    void whatBecameOfARedriveIsSaid() throws Exception {
        JsonNode page = client().json("v1/quarantine?state=redriven", 200);

        assertThat(page.at("/records")).hasSize(1);
        assertThat(page.at("/records/0/redrive").toString())
                .isEqualTo("{\"outcome\":\"APPLIED\",\"code\":\"APPLIED\",\"recordVersion\":7,"
                        + "\"origin\":\"dossier.events-0-9\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "state=all, 4",
        "state=all&reason=KEY_MISMATCH, 3",
        "reason=%20KEY_MISMATCH%20&agency=H36.25, 2",
        "agency=H36.99, 0",
        "dossier=H36.25-250701-0001&limit=2, 2",
        "since=2025-07-01&until=2025-07-01, 3",
        "since=2025-07-02, 0",
        "since=2025-07-01T08:02:00%2B07:00&until=2025-07-01T01:03:00Z, 1",
        "after=dossier.events-0-1, 2",
        "after=dossier.events-0-3, 0",
        "reason=x';DROP TABLE lienthong.quarantine;--, 0",
    })
    void eachParameterNarrows(String parameters, int records) throws Exception {
        assertThat(client().json("v1/quarantine?" + parameters.replace(" ", "%20"), 200)
                        .at("/records"))
                .hasSize(records);
    }

    @Test
    void theNextPageBeginsAfterTheLastRecord() throws Exception {
        JsonNode first = client().json("v1/quarantine?state=all&limit=3", 200);
        JsonNode second = client().json(
                        "v1/quarantine?state=all&limit=3&after="
                                + first.at("/next").asText(),
                        200);

        assertThat(first.at("/next").asText()).isEqualTo("dossier.events-0-3");
        assertThat(second.at("/records").findValuesAsText("origin"))
                .contains("dossier.events-0-4")
                .doesNotContain("dossier.events-0-3");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "state=closed, BAD_PARAMETER",
        "limit=0, BAD_PARAMETER",
        "limit=1001, BAD_PARAMETER",
        "limit=many, BAD_PARAMETER",
        "since=yesterday, BAD_PARAMETER",
        "until=2025-02-30, BAD_PARAMETER",
        "since=%2B99999-01-01, BAD_PARAMETER",
        "after=nowhere, BAD_PARAMETER",
        "after=dossier.events-0-77, BAD_PARAMETER",
        "reason=, BAD_PARAMETER",
        "reason=a%00b, BAD_PARAMETER",
        "reason=A&reason=B, BAD_PARAMETER",
        "unit=25000, UNKNOWN_PARAMETER",
    })
    void badInputIsAProblemInBothLanguages(String parameters, String code) throws Exception {
        HttpResponse<String> answer = client().get("v1/quarantine?" + parameters);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains(Problem.MEDIA_TYPE);
        JsonNode problem = client().json("v1/quarantine?" + parameters, 400);
        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/detail").asText()).isNotBlank();
        assertThat(problem.at("/en/detail").asText()).isNotBlank();
    }

    private static Client client() {
        return new Client(server.url());
    }
}
