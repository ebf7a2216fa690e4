package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.runtime.job.Job;

class ReportServerTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FixedJob JOB = new FixedJob();
    private static ReportServer server;

    @BeforeAll
    static void start() {
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
        server = server();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        server.close();
    }

    @Test
    void aDossierIsFoundByCodeInAnyCaseAndByAlias() throws Exception {
        for (String path : List.of(
                "v1/dossiers/H36.25-250701-0001",
                "v1/dossiers/h36.25-250701-0001",
                "v1/dossiers/alias-H36.25-250701-0001",
                "v1/dossiers/c%C5%A9%2FH36.25-250701-0001",
                "v1/dossiers?code=%20c%C5%A9/H36.25-250701-0001",
                "v1/dossiers?code=cu%CC%83/H36.25-250701-0001")) {
            JsonNode dossier = client().json(path, 200);
            assertThat(dossier.at("/code").asText()).isEqualTo("H36.25-250701-0001");
            assertThat(dossier.at("/procedure/name").asText()).isEqualTo("Cấp giấy phép xây dựng nhà ở riêng lẻ");
            // Filed on 1 July in Vietnam, so the code means the new commune.
            assertThat(dossier.at("/filedOn").asText()).isEqualTo("2025-07-01");
            assertThat(dossier.at("/unit/name").asText()).isEqualTo("Xã Di Linh");
            assertThat(dossier.at("/times/submitted").asText()).isEqualTo("2025-06-30T18:00:00.000001Z");
            assertThat(dossier.at("/times/resolved").isNull()).isTrue();
            assertThat(dossier.at("/feesRequested").decimalValue()).isEqualByComparingTo("150000.50");
            assertThat(dossier.at("/permits/0/number").asText()).isEqualTo("GP-3");
            assertThat(dossier.at("/anomalies/0/code").asText()).isEqualTo("UNEXPECTED_TRANSITION");
        }
    }

    @Test
    void aDossierShowsNoPersonalData() throws Exception {
        assertThat(client().get("v1/dossiers/H36.25-250701-0001").body())
                .doesNotContain("Nguyễn", "Bình", "0900000000", "Xin phép", "\"applicant\":", "\"summary\":");
    }

    @Test
    void unitsAreDated() throws Exception {
        assertThat(client().json("v1/units", 200).at("/units")).hasSize(28);
        assertThat(client().json("v1/units?on=2025-06-30", 200).at("/units")).hasSize(21);
        JsonNode after = client().json("v1/units?on=2025-07-01", 200);
        assertThat(after.at("/units")).hasSize(8);
        assertThat(after.at("/units/0").toString())
                .isEqualTo("{\"code\":\"25000\",\"validFrom\":\"2025-07-01\",\"validTo\":null,"
                        + "\"level\":\"COMMUNE\",\"name\":\"Xã Di Linh\",\"parentCode\":\"68\","
                        + "\"latitude\":null,\"longitude\":null}");
        assertThat(after.at("/periods").toString())
                .isEqualTo("[{\"from\":\"1976-01-01\",\"to\":\"2025-06-30\"},{\"from\":\"2025-07-01\",\"to\":null}]");
    }

    @Test
    void aCodeMeansTheUnitOfItsDay() throws Exception {
        JsonNode old = client().json("v1/units/25000/statistics?on=2025-06-30", 200);
        JsonNode now = client().json("v1/units/25000/statistics", 200);

        assertThat(old.at("/unit/name").asText()).isEqualTo("Thị trấn Di Linh");
        assertThat(now.at("/unit/name").asText()).isEqualTo("Xã Di Linh");
        assertThat(old.at("/statistics/figures/received").asLong())
                .isEqualTo(DATABASE.number("SELECT sum(received) FROM lienthong.unit_statistics"
                        + " WHERE unit_code = '25000' AND unit_valid_from = '1976-01-01'"));
    }

    @Test
    void statisticsDivideByMonthAndSector() throws Exception {
        JsonNode months = client().json("v1/units/68/statistics?by=month&from=2025-06&to=2025-07", 200);
        JsonNode sectors = client().json("v1/units/68/statistics?by=sector", 200);
        JsonNode one = client().json("v1/units/68/statistics?sector=health", 200);

        assertThat(months.at("/statistics/groups").findValuesAsText("name")).containsExactly("2025-06", "2025-07");
        assertThat(months.at("/statistics/figures/received").asLong())
                .isEqualTo(months.at("/statistics/groups/0/figures/received").asLong()
                        + months.at("/statistics/groups/1/figures/received").asLong());
        assertThat(sectors.at("/statistics/groups")).hasSize(10);
        assertThat(one.at("/statistics/groups")).isEmpty();
        assertThat(one.at("/statistics/figures/received").asLong()).isPositive();
    }

    @Test
    void nothingCountedIsNullAndNotZero() throws Exception {
        assertThat(client().json("v1/units/25051/statistics?on=2025-01-01", 200)
                        .at("/statistics/figures")
                        .isNull())
                .isTrue();
        assertThat(client().json("v1/units/68/statistics?sector=HEALTH", 200)
                        .at("/statistics/figures/suspended")
                        .asText())
                .isEqualTo("0");
    }

    @Test
    void theSummaryCountsEachDossierOnce() throws Exception {
        JsonNode summary = client().json("v1/summary", 200);

        assertThat(summary.at("/total/received").asLong())
                .isEqualTo(DATABASE.number("SELECT sum(received) FROM lienthong.unit_statistics"
                        + " WHERE level = 'COMMUNE' OR level IS NULL"));
        assertThat(summary.at("/units")).hasSize(29);
        assertThat(summary.at("/units/28").toString())
                .startsWith("{\"code\":\"99999\",\"validFrom\":\"1970-01-01\",\"validTo\":null,\"level\":null");
        assertThat(summary.at("/receipts").toString()).isEqualTo("{\"APPLIED\":2,\"DUPLICATE\":1}");
        assertThat(summary.at("/quarantine").toString()).isEqualTo("{\"CORRUPT_BODY\":1}");
        assertThat(summary.at("/sinkLag").toString()).isEqualTo("{\"dossier.records\":5}");
        assertThat(summary.at("/freshness/version").asLong()).isPositive();
    }

    @Test
    void theSummaryOfAMapCountsItsMonths() throws Exception {
        JsonNode before = client().json("v1/summary?on=2025-06-30&to=2025-06", 200);
        JsonNode after = client().json("v1/summary?on=2025-07-01&from=2025-07", 200);
        long communes = 0;
        for (JsonNode unit : after.at("/units")) {
            communes += unit.at("/level").asText().equals("COMMUNE")
                    ? unit.at("/figures/received").asLong()
                    : 0;
        }

        assertThat(after.at("/total/received").asLong()).isEqualTo(communes);
        assertThat(before.at("/total/received").asLong()
                        + after.at("/total/received").asLong())
                .isEqualTo(
                        client().json("v1/summary", 200).at("/total/received").asLong());
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() throws Exception {
        String tag = client().get("v1/units").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = Client.HTTP.send(
                HttpRequest.newBuilder(client().uri("v1/units"))
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void answersAreCompressedWhereTheClientTakesIt() throws Exception {
        HttpResponse<InputStream> answer = Client.HTTP.send(
                HttpRequest.newBuilder(client().uri("v1/summary"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        try (InputStream body = new GZIPInputStream(answer.body())) {
            assertThat(JSON.readTree(body).has("total")).isTrue();
        }
    }

    @Test
    void thePageComesWithAStrictPolicy() throws Exception {
        HttpResponse<String> page = client().get("");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void listenersHearOfAChangeAtOnceAndOfTheNext() throws Exception {
        HttpResponse<InputStream> answer = Client.HTTP.send(
                HttpRequest.newBuilder(client().uri("v1/events"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofInputStream());
        try (BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            long first = nextVersion(events);
            new SinkRows(DATABASE.database().dataSource()).procedure(Samples.procedure());

            assertThat(nextVersion(events)).isEqualTo(first + 1);
        }
    }

    @Test
    void readinessFollowsTheJobs() throws Exception {
        assertThat(client().json("health/live", 200).at("/status").asText()).isEqualTo("live");
        assertThat(client().json("health/ready", 200).toString())
                .isEqualTo("{\"status\":\"ready\",\"checks\":{\"database\":true,\"fixed\":true}}");
        JOB.ready = false;
        try {
            assertThat(client().json("health/ready", 503).at("/checks/fixed").asBoolean())
                    .isFalse();
        } finally {
            JOB.ready = true;
        }
    }

    private static ReportServer server() {
        return new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                () -> List.of(JOB),
                () -> Map.of("dossier.records", 5L),
                Told.NOTHING);
    }

    private static Client client() {
        return new Client(server.url());
    }

    private static long nextVersion(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = events.readLine();
        }
        return JSON.readTree(String.valueOf(line).substring("data:".length()))
                .at("/version")
                .asLong();
    }

    /** A job that is as ready as it is told to be. */
    private static final class FixedJob implements Job {
        private volatile boolean ready = true;

        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public void start() {}

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public Optional<Throwable> failure() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
