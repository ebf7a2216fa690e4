package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.Expectation;
import org.lienthong.producers.generator.KafkaYearSink;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.reporting.audit.AuditReport;
import org.lienthong.reporting.audit.TopicAudit;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topics;

/** What a person at the terminal is told of a platform at work, at rest, and with a record too many. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProofCommandsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DOSSIERS = 400;

    @TempDir
    static Path directory;

    private static EmbeddedPlatform started;
    private static Expectation published;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeAll
    static void start() throws InterruptedException {
        started = EmbeddedPlatform.start(
                directory.resolve("data"),
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port")
                        .set(DiLinhYear.END.toString(), "now")
                        .set("PT0.1S", "streams", "commitInterval"));
    }

    @AfterAll
    static void stop() {
        started.close();
    }

    @BeforeEach
    void catchOutput() {
        standardOutput = System.out;
        System.setOut(new PrintStream(output, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOutput);
    }

    @Test
    @Order(1)
    void aPlatformAtWorkShowsNoGap() throws Exception {
        CompletableFuture<Expectation> publishing = CompletableFuture.supplyAsync(ProofCommandsTest::publish);
        List<AuditReport> reports = new ArrayList<>();
        AuditReport report;
        do {
            report = audit();
            reports.add(report);
        } while (!publishing.isDone() || waiting(report) > 0);
        published = publishing.get();
        assertThat(new DrainWait(started.platform(), PATIENCE).await(() -> true))
                .isTrue();
        AuditReport rested = audit();

        assertThat(reports).allSatisfy(busy -> assertThat(busy.findings()).isEmpty());
        assertThat(rested.findings()).isEmpty();
        assertThat(rested.inFlight()).isZero();
        assertThat(rested.partitions().stream()
                        .mapToLong(AuditReport.Partition::read)
                        .sum())
                .isEqualTo(published.events());
        assertThat(rested.partitions())
                .allSatisfy(partition -> assertThat(partition.ledger()).isIn(partition.read(), -1L));
    }

    @Test
    @Order(2)
    void theResultsHaveADigestThatStaysWhileNothingChanges() throws IOException {
        assertThat(run("digest", "--json")).isEqualTo(ExitStatus.DONE);
        JsonNode first = json();
        assertThat(run("digest", "--json")).isEqualTo(ExitStatus.DONE);

        assertThat(json()).isEqualTo(first);
        assertThat(first.at("/records/count").asLong()).isEqualTo(DOSSIERS);
        assertThat(first.at("/records/sha256").asText()).hasSize(64);
        assertThat(first.at("/statistics/count").asLong()).isPositive();
    }

    @Test
    @Order(3)
    void whatIsStoredIsSetAgainstWhatCameIn() throws IOException {
        assertThat(run("topics", "sizes", "--json")).isEqualTo(ExitStatus.DONE);
        JsonNode sizes = json();
        assertThat(sizes.at("/dossiers").asLong()).isEqualTo(DOSSIERS);
        assertThat(sizes.at("/events").asLong()).isEqualTo(published.events());
        assertThat(sizes.at("/topics").findValuesAsText("topic"))
                .contains("dossier.events", "dossier.records", "dossier-sync-dossier-history-changelog")
                .doesNotContain("_schemas");
        assertThat(sizes.at("/totals").findValuesAsText("what"))
                .containsExactly("inputs", "outputs", "changelogs", "state");
        assertThat(sizes.at("/totals")).allSatisfy(line -> {
            assertThat(line.at("/bytes").asLong()).isPositive();
            assertThat(line.at("/perEvent").asDouble()).isPositive();
            assertThat(line.at("/perDossier").asDouble())
                    .isGreaterThan(line.at("/perEvent").asDouble());
        });

        assertThat(run("topics", "sizes")).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains("Byte/sự kiện vào", "Trạng thái trên máy này");
    }

    @Test
    @Order(4)
    void anAuditThatPassesSaysWhatItProvedAndAGapSaysWhereItIs() throws Exception {
        assertThat(run("audit")).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains("dossier.events-0", "Đối soát: mỗi sự kiện có đúng một biên nhận", "Khớp");

        sendReceiptOf(new Origin("permit.events", 3, 1_000_000L));

        assertThat(run("audit", "--lang", "en")).isEqualTo(ExitStatus.NOT_PASSED);
        assertThat(text()).contains("GAPS: 1", "Receipts whose event is not there:", "permit.events-3-1000000");
        assertThat(run("audit", "--json")).isEqualTo(ExitStatus.NOT_PASSED);
        assertThat(json().at("/passed").asBoolean()).isFalse();
        assertThat(json().at("/findings/0/kind").asText()).isEqualTo("RECEIPT_WITHOUT_EVENT");
        assertThat(json().at("/findings/0/where/offset").asLong()).isEqualTo(1_000_000);
    }

    private static Expectation publish() {
        DiLinhYear year = new DiLinhYear(11);
        var platform = started.platform();
        new ReferenceLoader(platform.settings().kafka(), platform.registry()).load(year.referenceData());
        try (KafkaYearSink sink = new KafkaYearSink(platform.settings().kafka(), platform.registry())) {
            return year.emit(0, DOSSIERS, DiLinhYear.END, sink, opened -> {});
        }
    }

    private static AuditReport audit() throws InterruptedException {
        var platform = started.platform();
        return new TopicAudit(platform.settings().kafka(), platform.registry()).run();
    }

    private static long waiting(AuditReport report) {
        return report.partitions().stream()
                .mapToLong(AuditReport.Partition::waiting)
                .sum();
    }

    private static void sendReceiptOf(Origin origin) throws InterruptedException, ExecutionException {
        var platform = started.platform();
        Receipt receipt = Receipt.newBuilder()
                .setOutcome(Outcome.DUPLICATE)
                .setCode("DUPLICATE")
                .setOrigin(origin)
                .build();
        byte[] value =
                new AvroSerializer<Receipt>(platform.registry(), false).serialize(Topics.RECEIPTS.name(), receipt);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                platform.settings().kafka().clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RECEIPTS.name(), value)).get();
        }
    }

    private int run(String... arguments) {
        output.reset();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data-dir", directory.resolve("data").toString()));
        return Main.commandLine().execute(all.toArray(String[]::new));
    }

    private String text() {
        return output.toString(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toByteArray());
    }
}
