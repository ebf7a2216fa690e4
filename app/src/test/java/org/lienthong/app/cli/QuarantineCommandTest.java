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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine;

/** The commands against a platform that runs on a data directory, as a person at the terminal uses them. */
class QuarantineCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOWHERE = "dossier.events-0-999999";

    @TempDir
    static Path directory;

    private static EmbeddedPlatform started;
    private static RefusedEvents events;

    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeAll
    static void start() throws InterruptedException {
        started = EmbeddedPlatform.start(
                directory.resolve("data"),
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port").set("PT0.1S", "streams", "commitInterval"));
        events = new RefusedEvents(started.platform());
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
        String record = events.quarantined("elsewhere", events.event(code, "e-1"));

        assertThat(run("list", "--reason", "KEY_MISMATCH", "--dossier", code)).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record, "KEY_MISMATCH", "H36.25", code, "chờ xử lý");
        assertThat(run("list", "--agency", "H36.25", "--dossier", code, "--json"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/records").findValuesAsText("origin")).containsExactly(record);

        assertThat(run("show", record, "--lang", "en")).isEqualTo(ExitStatus.DONE);
        assertThat(text())
                .contains("Gửi lại với khóa là mã hồ sơ", "Send it again with the dossier code as its key")
                .contains("DossierAccepted", "\"officer\" : \"***\"", "ce_source")
                .doesNotContain(RefusedEvents.OFFICER);
        assertThat(run("show", record, "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/event/payload/DossierAccepted/officer").asText()).isEqualTo("***");
        assertThat(json().at("/message/vi").asText()).contains("mã hồ sơ");
        assertThat(json().at("/valueBytes").asInt()).isEqualTo(events.event(code, "e-1").length);

        assertThat(run("redrive", record, "--key", code, "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/sent").asInt()).isEqualTo(1);
        assertThat(Origins.parse(json().at("/records/0/to").asText()))
                .hasValueSatisfying(to -> assertThat(to.getTopic()).isEqualTo("dossier.events"));
        await().atMost(PATIENCE).until(() -> events.isOnRecord(code));
        await().atMost(PATIENCE).until(() -> "APPLIED".equals(outcome(record)));
    }

    @Test
    void whatFailsAgainIsOpenInItsNewPlaceAndIsAppliedOnce() throws Exception {
        String code = "H36.25-250701-0004";
        String first = events.quarantined("elsewhere", events.event(code, "e-6"));

        String again = redrive(first);
        await().atMost(PATIENCE).until(() -> "QUARANTINED".equals(outcome(first)));
        assertThat(run("list", "--dossier", code, "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/records").findValuesAsText("origin")).containsExactly(again);
        assertThat(run("show", again, "--lang", "en")).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains("First read at: " + first, "QUARANTINED", "lt_redrive_of");

        redrive(again, "--key", code);
        await().atMost(PATIENCE).until(() -> "APPLIED".equals(outcome(again)));
        redrive(first, "--key", code);
        assertThat(outcome(first)).isEqualTo("APPLIED");
        await().atMost(PATIENCE).until(() -> {
            run("show", first, "--json");
            return json().at("/redrives").findValuesAsText("outcome").contains("DUPLICATE");
        });
        assertThat(json().at("/redrives").findValuesAsText("outcome"))
                .containsExactlyInAnyOrder("QUARANTINED", "APPLIED", "DUPLICATE");
        assertThat(outcome(first)).isEqualTo("APPLIED");
    }

    @Test
    void theBytesAreWrittenForTheirOwnerAloneAndNeverOverAFile() throws Exception {
        byte[] value = {'{', 0, (byte) 0xff};
        String record = events.quarantined("k", value);
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
                        events.quarantined("k", null),
                        "--payload",
                        directory.resolve("none").toString()))
                .isEqualTo(ExitStatus.NOT_PASSED);
    }

    @Test
    void aMendedValueGoesInItsPlace() throws Exception {
        String code = "H36.25-250701-0002";
        String record = events.quarantined(code, new byte[] {1, 2, 3});
        Path mended = Files.write(directory.resolve("mended.bin"), events.event(code, "e-2"));

        assertThat(run("redrive", record, "--value", mended.toString())).isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record + " → dossier.events-");
        await().atMost(PATIENCE).until(() -> events.isOnRecord(code));
    }

    @Test
    void whatAFilterFindsIsSentOnlyWhenThatIsMeant() throws Exception {
        String agency = "H36.77";
        String first = events.quarantined("elsewhere", events.event("H36.77-250701-0001", "e-3"));
        String second = events.quarantined("elsewhere", events.event("H36.77-250701-0002", "e-4"));
        long before = events.end(Topics.DOSSIER_EVENTS);

        assertThat(run("redrive", "--agency", agency)).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("redrive", "--agency", agency, "--dry-run", "--json")).isEqualTo(ExitStatus.DONE);
        assertThat(json().at("/dryRun").asBoolean()).isTrue();
        assertThat(json().at("/records").findValuesAsText("origin")).containsExactlyInAnyOrder(first, second);
        assertThat(events.end(Topics.DOSSIER_EVENTS)).isEqualTo(before);

        assertThat(run("redrive", "--agency", agency, "--limit", "1", "--yes")).isEqualTo(ExitStatus.DONE);
        assertThat(events.end(Topics.DOSSIER_EVENTS)).isEqualTo(before + 1);
        assertThat(run("redrive", first, second, first)).isEqualTo(ExitStatus.DONE);
        assertThat(events.end(Topics.DOSSIER_EVENTS)).isEqualTo(before + 3);
    }

    @Test
    void whatTheSinkSetAsideSaysThatThereWillBeNoReceipt() throws Exception {
        String record = events.quarantined(Topics.AGENCY_READINESS, "H36.25", new byte[] {'x'});

        assertThat(run("list", "--since", Instant.now().minusSeconds(600).toString(), "--lang", "en"))
                .isEqualTo(ExitStatus.DONE);
        assertThat(text()).contains(record, "a redrive gives no receipt");
        assertThat(run("redrive", record)).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void whatIsNotThereIsSaidAndTheRestIsSent() throws Exception {
        String record = events.quarantined("elsewhere", events.event("H36.25-250701-0003", "e-5"));

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

    /** Sends one record again, and says where it went. */
    private String redrive(String record, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("redrive", record, "--json"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(ExitStatus.DONE);
        return json().at("/records/0/to").asText();
    }

    /** What became of the redrive of a record, as its state says; empty while nothing is known. */
    private String outcome(String record) throws IOException {
        assertThat(run("show", record, "--json")).isEqualTo(ExitStatus.DONE);
        return json().at("/redrive/outcome").asText();
    }

    private String text() {
        return output.toString(UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toByteArray());
    }
}
