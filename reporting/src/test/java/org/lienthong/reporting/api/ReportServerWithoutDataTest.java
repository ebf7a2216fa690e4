package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Told;

/** The server before there is anything to say, and while the database is away. */
class ReportServerWithoutDataTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.onItsOwnServer();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void figuresAreEmptyBeforeThereAreAnyAndAProblemWhileTheDatabaseIsAway() throws Exception {
        try (ReportServer server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING)) {
            server.start();
            JsonNode empty =
                    new ObjectMapper().readTree(get(server, "v1/summary").body());
            assertThat(empty.at("/total").isNull()).isTrue();
            assertThat(empty.at("/units")).isEmpty();
            assertThat(empty.at("/freshness/changedAt").isNull()).isTrue();

            DATABASE.stop();
            HttpResponse<String> away = get(server, "v1/summary");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("DATABASE_UNAVAILABLE");
            assertThat(away.headers().firstValue("retry-after")).contains("5");
            assertThat(get(server, "health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "health/ready").statusCode()).isEqualTo(503);

            DATABASE.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(server, "v1/summary").statusCode() == 200);
        }
    }

    private HttpResponse<String> get(ReportServer server, String path) throws InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
