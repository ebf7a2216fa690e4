package org.lienthong.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Console.Language;
import org.lienthong.app.demo.Check;
import org.lienthong.app.demo.DemoRun;
import org.lienthong.app.demo.DemoRun.Result;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.platform.DataDirectory;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.topic.Topics;

/** The whole line in one process, as {@code demo} runs it; the tests build on one data directory, one after another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndToEndTest {

    private static final long SEED = 7;

    @TempDir
    static Path data;

    @Test
    @Order(1)
    void theYearGoesTheWholeWayAndEveryEventIsAccountedFor() throws Exception {
        try (EmbeddedPlatform started = start()) {
            Result result = demo(started, 300);

            assertThat(result.published()).isGreaterThan(2000);
            assertThat(result.checks()).extracting(Check::name).contains("distinct", "duplicates", "wrong", "permits");
            assertThat(result.checks())
                    .allSatisfy(check ->
                            assertThat(check.passed()).as(check.toString()).isTrue());
            assertThat(overdueAlerts(started))
                    .isPositive()
                    .isEqualTo(result.snapshot().summary().total().overdue());
            assertThat(FiguresOfDossiers.compare(started.platform().database().dataSource()))
                    .isGreaterThan(50);
            assertThat(get(started, "/v1/units").statusCode()).isEqualTo(200);
            assertThat(get(started, "/v1/units/679/statistics?on=2025-06-30").body())
                    .contains("received");
            assertThat(get(started, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(started, "/v1/dossiers/H36.00-250101-9999").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(2)
    void aSecondRunFindsItsStateAndPublishesOnlyWhatIsMissing() throws Exception {
        try (EmbeddedPlatform started = start()) {
            Result kept = demo(started, 300);
            assertThat(kept.published()).isZero();
            assertThat(kept.passed()).isTrue();
            assertThat(kept.snapshot().counts().dossiers()).isEqualTo(300);

            Result more = demo(started, 350);
            assertThat(more.passed()).as(more.checks().toString()).isTrue();
            assertThat(more.snapshot().counts().dossiers()).isEqualTo(350);
        }
    }

    @Test
    @Order(3)
    void bytesThatAreNoEventAreQuarantinedAndNothingStops() throws Exception {
        try (EmbeddedPlatform started = start()) {
            Snapshot before = snapshot(started);
            sendRaw(started, "not avro at all".getBytes(UTF_8));
            sendRaw(started, new byte[] {0, 0, 0x7f, 0, 0, 1});
            sendRaw(started, null);
            assertThat(new DrainWait(started.platform(), Duration.ofSeconds(20))
                            .await(() -> snapshot(started).quarantined() == before.quarantined() + 3))
                    .isTrue();
            assertThat(snapshot(started).allReceipts()).isEqualTo(before.allReceipts() + 3);
            assertThat(demo(started, 360).passed()).isTrue();
        }
    }

    @Test
    @Order(4)
    void oneDataDirectoryHasOnePlatformAndOneSeed() throws Exception {
        try (DataDirectory held = DataDirectory.open(data)) {
            assertThat(held.root()).isEqualTo(data);
            assertThatThrownBy(EndToEndTest::start)
                    .isInstanceOfSatisfying(
                            PlatformException.class, e -> assertThat(e.code()).isEqualTo("DATA_DIR_IN_USE"));
        }
        assertThat(Files.exists(DataDirectory.endpoints(data))).isFalse();
        try (EmbeddedPlatform started = start()) {
            assertThatThrownBy(() -> new DemoRun(started.platform(), data, quiet()).run(SEED + 1, 10))
                    .isInstanceOfSatisfying(
                            PlatformException.class, e -> assertThat(e.code()).isEqualTo("DEMO_OTHER_SEED"));
        }
    }

    private static EmbeddedPlatform start() throws InterruptedException {
        return EmbeddedPlatform.start(
                data,
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port")
                        .set(DiLinhYear.END.toString(), "now")
                        .set("PT0.1S", "streams", "commitInterval"));
    }

    private static Result demo(EmbeddedPlatform started, int dossiers) throws InterruptedException {
        return new DemoRun(started.platform(), data, quiet()).run(SEED, dossiers);
    }

    private static long overdueAlerts(EmbeddedPlatform started) throws SQLException {
        return new Reader(started.platform().database().dataSource())
                .list("SELECT count(*) FROM lienthong.deadline_alerts WHERE kind = 'OVERDUE'", row -> row.getLong(1))
                .get(0);
    }

    private static Snapshot snapshot(EmbeddedPlatform started) {
        return Snapshot.read(started.platform().database().dataSource());
    }

    private static void sendRaw(EmbeddedPlatform started, byte[] value)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                started.platform().settings().kafka().clientConfig(),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.DOSSIER_EVENTS.name(), "H36.25-250602-0001".getBytes(UTF_8), value))
                    .get();
        }
    }

    private static HttpResponse<String> get(EmbeddedPlatform started, String path)
            throws IOException, InterruptedException {
        URI address = URI.create(started.platform().url()).resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Console quiet() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new Console(nowhere, nowhere, Language.VI, false);
    }
}
