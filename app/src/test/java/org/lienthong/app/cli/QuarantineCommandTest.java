package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.quarantine.QuarantineQuery;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine;

/** The commands against a platform that runs on a data directory, as a person at the terminal uses them. */
class QuarantineCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OFFICER = "Trần Văn Bảo";
    private static final String NOWHERE = "dossier.events-0-999999";

    @TempDir
    static Path directory;

    private static EmbeddedPlatform started;

    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeAll
    static void start() throws InterruptedException {
        started = EmbeddedPlatform.start(
                directory.resolve("data"),
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port").set("PT0.1S", "streams", "commitInterval"));
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
    void aMisaddressedEventIsFoundLookedAtAndSentUnderItsKey() throws Exception {
        String code = "H36.25-250701-0001";
        String record = quarantined("elsewhere", event(code, "e-1"));

        assertThat(run("list", "--reason", "KEY_MISMATCH", "--dossier", code)).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record, "KEY_MISMATCH", "H36.25", code, "chờ xử lý");
        assertThat(run("list", "--agency", "H36.25", "--dossier", code, "--json"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/records").findValuesAsText("origin")).containsExactly(record);

        assertThat(run("show", record, "--lang", "en")).isEqualTo(ExitStatus.DONE);
        assertThat(text())
                .contains("Gửi lại với khóa là mã hồ sơ", "Send it again with the dossier code as its key")
                .contains("DossierAccepted", "\"officer\" : \"***\"", "ce_source")
                .doesNotContain(OFFICER);
        assertThat(run("show", record, "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/event/payload/DossierAccepted/officer").asText()).isEqualTo("***");
        assertThat(json().at("/message/vi").asText()).contains("mã hồ sơ");
        assertThat(json().at("/valueBytes").asInt()).isEqualTo(event(code, "e-1").length);

        assertThat(run("redrive", record, "--key", code, "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/sent").asInt()).isEqualTo(1);
        assertThat(Origins.parse(json().at("/records/0/to").asText()))
                .hasValueSatisfying(to -> assertThat(to.getTopic()).isEqualTo("dossier.events"));
        await().atMost(PATIENCE).until(() -> dossier(code));
    }

    @Test
    void theBytesAreWrittenForTheirOwnerAloneAndNeverOverAFile() throws Exception {
        byte[] value = {'{', 0, (byte) 0xff};
        String record = quarantined("k", value);
        Path file = directory.resolve("payload.bin");

        assertThat(run("show", record, "--payload", file.toString())).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains("NOT_AVRO");
        assertThat(Files.readAllBytes(file)).isEqualTo(value);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(run("show", record, "--payload", file.toString())).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(errors.toString()).contains("[PAYLOAD_UNWRITABLE]", file.toString());
        assertThat(run(
                        "show",
                        quarantined("k", null),
                        "--payload",
                        directory.resolve("none").toString()))
                .isEqualTo(ExitStatus.NOT_PASSED);
    }

    @Test
    void aMendedValueGoesInItsPlace() throws Exception {
        String code = "H36.25-250701-0002";
        String record = quarantined(code, new byte[] {1, 2, 3});
        Path mended = Files.write(directory.resolve("mended.bin"), event(code, "e-2"));

        assertThat(run("redrive", record, "--value", mended.toString())).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record + " → dossier.events-");
        await().atMost(PATIENCE).until(() -> dossier(code));
    }

    @Test
    void whatAFilterFindsIsSentOnlyWhenThatIsMeant() throws Exception {
        String agency = "H36.77";
        String first = quarantined("elsewhere", event("H36.77-250701-0001", "e-3"));
        String second = quarantined("elsewhere", event("H36.77-250701-0002", "e-4"));
        long before = end(Topics.DOSSIER_EVENTS);

        assertThat(run("redrive", "--agency", agency)).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("redrive", "--agency", agency, "--dry-run", "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/dryRun").asBoolean()).isTrue();
        assertThat(json().at("/records").findValuesAsText("origin")).containsExactlyInAnyOrder(first, second);
        assertThat(end(Topics.DOSSIER_EVENTS)).isEqualTo(before);

        assertThat(run("redrive", "--agency", agency, "--limit", "1", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(end(Topics.DOSSIER_EVENTS)).isEqualTo(before + 1);
        assertThat(run("redrive", first, second, first)).isEqualTo(ExitStatus.DONE);
        assertThat(end(Topics.DOSSIER_EVENTS)).isEqualTo(before + 3);
    }

    @Test
    void whatTheSinkSetAsideSaysThatThereWillBeNoReceipt() throws Exception {
        String record = quarantined(Topics.AGENCY_READINESS, "H36.25", new byte[] {'x'});

        assertThat(run("list", "--since", Instant.now().minusSeconds(600).toString(), "--lang", "en"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record, "a redrive gives no receipt");
        assertThat(run("redrive", record)).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void whatIsNotThereIsSaidAndTheRestIsSent() throws Exception {
        String record = quarantined("elsewhere", event("H36.25-250701-0003", "e-5"));

        assertThat(run("redrive", NOWHERE, record)).isEqualTo(ExitStatus.NOT_PASSED);
        assertThat(text()).contains("NOT_IN_QUARANTINE", NOWHERE, record + " → ");
        assertThat(run("redrive", NOWHERE, "--dry-run")).isEqualTo(ExitStatus.NOT_PASSED);
        assertThat(run("show", NOWHERE)).isEqualTo(ExitStatus.NOT_PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show nowhere",
                "redrive",
                "redrive --yes",
                "redrive dossier.events-0-1 --agency H36.25",
                "redrive dossier.events-0-1 dossier.events-0-2 --key H36.25-250701-0001",
                "redrive --reason KEY_MISMATCH --yes --key H36.25-250701-0001",
                "redrive dossier.events-0-1 --value /no/such/file",
                "redrive dossier.events-0--1",
                "redrive --reason X --limit 0",
                "list --since yesterday",
                "list --until 2025-02-30",
                "list --limit 0",
                "list --state closed"
            })
    void wrongUseIsRefusedBeforeAnythingIsDone(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(errors.toString()).isNotBlank();
    }

    private int run(String... arguments) {
        output.reset();
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(errors, true));
        List<String> all = new ArrayList<>(List.of("quarantine"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-dir", directory.resolve("data").toString()));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private String text() {
        return output.toString(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toByteArray());
    }

    private static String quarantined(String key, byte[] value) throws Exception {
        return quarantined(Topics.DOSSIER_EVENTS, key, value);
    }

    /** Publishes what cannot be applied, and waits until it is in the database. */
    private static String quarantined(Topic<?> topic, String key, byte[] value)
            throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                started.platform().settings().kafka().clientConfig(),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value);
            record.headers().add("ce_source", "/agencies/H36.25".getBytes(UTF_8));
            RecordMetadata sent = producer.send(record).get();
            Origin origin = new Origin(sent.topic(), sent.partition(), sent.offset());
            QuarantineQuery query =
                    new QuarantineQuery(started.platform().database().dataSource());
            await().atMost(PATIENCE).until(() -> query.find(origin).isPresent());
            return Origins.text(origin);
        }
    }

    private static byte[] event(String code, String id) {
        DossierEvent event = DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId(id)
                        .setSourceSystem("one-stop")
                        .setAgencyId(code.substring(0, code.indexOf('-')))
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03Z"))
                        .build())
                .setDossierCode(code)
                .setPayload(DossierAccepted.newBuilder().setOfficer(OFFICER).build())
                .setAttributes(Map.of())
                .build();
        return new AvroSerializer<DossierEvent>(started.platform().registry(), false)
                .serialize(Topics.DOSSIER_EVENTS.name(), event);
    }

    private static boolean dossier(String code) throws SQLException {
        return new DossierQuery(started.platform().database().dataSource())
                .dossier(code)
                .isPresent();
    }

    /** Records that were ever written to the topic. */
    private static long end(Topic<?> topic) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(started.platform().settings().kafka().clientConfig())) {
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (int partition = 0; partition < topic.partitions(); partition++) {
                all.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
            return admin.listOffsets(all).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}
