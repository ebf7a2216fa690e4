package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.CLOSED;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.WITHDRAWN;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;

/** The list of alerts, asked for over HTTP. */
class AlertApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final Instant START = Instant.parse("2025-07-20T10:00:00Z");
    private static ReportServer server;

    /** Alerts of dossiers that were filed on 1 July 2025 but for the old one: filed in June in the old Tân Châu. */
    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        DiLinh.load(rows);
        DossierRecord old = Samples.dossier("OLD", 1);
        old.setUnitCode("25009");
        old.setSubmittedAt(Instant.parse("2025-06-10T01:00:00Z"));
        DeadlineAlert elsewhere = Samples.alert("E", OVERDUE, "25000", START.plusSeconds(4));
        elsewhere.setAgencyId("H36.03");
        rows.dossiers(List.of(
                old,
                Samples.dossier("A", 1),
                Samples.dossier("B", 1),
                Samples.dossier("C", 1),
                Samples.dossier("D", 1),
                Samples.dossier("E", 1)));
        rows.alerts(List.of(
                Samples.alert("OLD", OVERDUE, "25009", START.minusSeconds(1)),
                Samples.alert("C", OVERDUE, "25000", START),
                Samples.alert("A", DUE_SOON, "25000", START),
                Samples.alert("B", OVERDUE, "25007", START.plusNanos(1_000)),
                Samples.alert("D", CLOSED, "25000", START.plusSeconds(3)),
                elsewhere,
                Samples.alert("W", WITHDRAWN, null, START.plusSeconds(5))));
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
    void theAlertsThatStandComeLongestStandingFirst() throws Exception {
        JsonNode answer = client().json("v1/alerts", 200);

        assertThat(codes(answer)).containsExactly("OLD", "A", "C", "B", "E");
        assertThat(answer.at("/next").isNull()).isTrue();
        assertThat(answer.at("/alerts/2").toString())
                .isEqualTo(
                        "{\"dossierCode\":\"C\",\"kind\":\"OVERDUE\",\"unitCode\":\"25000\","
                                + "\"unitName\":\"Xã Di Linh\",\"agencyId\":\"H36.25\",\"agencyName\":\"UBND xã Di Linh\","
                                + "\"dueAt\":\"2025-07-20T10:00:00Z\",\"raisedAt\":\"2025-07-20T10:00:00Z\",\"recordVersion\":3}");
    }

    @Test
    void aUnitHasTheAlertsOfAllUnitsBelowItAtTheTimeOfFiling() throws Exception {
        assertThat(codes(client().json("v1/alerts?unit=25000", 200))).containsExactly("A", "C", "E");
        assertThat(codes(client().json("v1/alerts?unit=679", 200)))
                .as("a district until the reform")
                .containsExactly("OLD");
        assertThat(codes(client().json("v1/alerts?unit=68", 200))).containsExactly("OLD", "A", "C", "B", "E");
    }

    @Test
    void anAgencyAndAKindNarrowTheList() throws Exception {
        assertThat(codes(client().json("v1/alerts?agency=H36.03", 200))).containsExactly("E");
        assertThat(codes(client().json("v1/alerts?agency=H36.99", 200))).isEmpty();
        assertThat(codes(client().json("v1/alerts?kind=due_soon", 200))).containsExactly("A");
        assertThat(codes(client().json("v1/alerts?kind=CLOSED", 200))).containsExactly("D");
        assertThat(codes(client().json("v1/alerts?kind=WITHDRAWN", 200))).containsExactly("W");
        assertThat(codes(client().json("v1/alerts?unit=68&agency=H36.25&kind=OVERDUE", 200)))
                .containsExactly("OLD", "C", "B");
    }

    @Test
    void thePagesTogetherAreTheListWhateverTheirSize() throws Exception {
        for (int limit = 1; limit <= 6; limit++) {
            List<String> all = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = client().json("v1/alerts?limit=" + limit + after, 200);
                assertThat(page.at("/alerts").size()).isBetween(1, limit);
                all.addAll(codes(page));
                after = page.at("/next").isNull()
                        ? ""
                        : "&after=" + page.at("/next").asText();
            } while (!after.isEmpty());
            assertThat(all).containsExactly("OLD", "A", "C", "B", "E");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=LATE",
                "kind=OVERDUE&kind=CLOSED",
                "limit=0",
                "limit=1001",
                "limit=many",
                "limit=",
                "unit=",
                "agency=a%00b",
                "after=",
                "after=2025-07-20T10:00:00Z",
                "after=yesterday~A",
                "after=2025-07-20T10:00:00Z~",
                "after=2025-07-20T10:00:00Z~a%00b",
                "after=%2B99999-01-01T00:00:00Z~A",
                "after=1969-12-31T00:00:00Z~A",
                "after=1f3a5b7c~yesterday~A",
                "after=1f3a5b7c~2025-07-20T10:00:00Z~",
                "after=1f3a5b7c~2025-07-20T10:00:00Z~a%00b",
                "after=1f3a5b7c~2025-13-20T10:00:00Z~A",
                "after=1f3a5b7c~%2B99999-01-01T00:00:00Z~A",
            })
    void aWrongParameterIsNamed(String query) throws Exception {
        JsonNode problem = client().json("v1/alerts?" + query, 400);

        assertThat(problem.at("/code").asText()).isEqualTo("BAD_PARAMETER");
        assertThat(problem.at("/detail").asText()).contains(query.substring(0, query.indexOf('=')));
        assertThat(problem.at("/en/detail").asText()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aPlaceInTheListOfAnotherDatabaseIsRefused() throws Exception {
        String next = client().json("v1/alerts?limit=1", 200).at("/next").asText();
        String elsewhere = "00000000" + next.substring(next.indexOf('~'));

        assertThat(client().json("v1/alerts?after=" + elsewhere, 410)
                        .at("/code")
                        .asText())
                .isEqualTo("CURSOR_OF_ANOTHER_DATABASE");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        assertThat(client().json("v1/alerts?unit=00000", 404).at("/code").asText())
                .isEqualTo("UNIT_NOT_FOUND");
        assertThat(client().json("v1/alerts?since=2025", 400).at("/code").asText())
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    private static List<String> codes(JsonNode answer) {
        return answer.at("/alerts").findValuesAsText("dossierCode");
    }

    private static Client client() {
        return new Client(server.url());
    }
}
