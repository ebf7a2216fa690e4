package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Console.Language;
import org.lienthong.app.demo.DemoRun;
import org.lienthong.app.explain.DossierExplainer;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.explanation.ExplanationUnavailableException;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.explanation.ExplanationView.FieldView;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.serde.AvroSerdes;
import picocli.CommandLine;

/** Explanations of a made-up year, asked for in each of the ways that there are. */
class ExplainCommandTest {

    private static final int DOSSIERS = 60;

    @TempDir
    static Path data;

    private static EmbeddedPlatform started;

    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** A dossier as the database has it. */
    private record Row(
            String code,
            @Nullable String status,
            @Nullable String holder,
            @Nullable Object due,
            @Nullable Object resolved,
            int steps,
            int events) {}

    @BeforeAll
    static void start() throws InterruptedException {
        started = EmbeddedPlatform.start(
                data,
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port")
                        .set(DiLinhYear.END.toString(), "now")
                        .set("PT0.1S", "streams", "commitInterval"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        new DemoRun(started.platform(), data, new Console(nowhere, nowhere, Language.VI, false)).run(7, DOSSIERS);
    }

    @AfterAll
    static void stop() {
        started.close();
    }

    @Test
    void everyExplanationEndsInTheRecordThatTheDatabaseHas() throws Exception {
        DossierExplainer explainer = explainer(started.platform().settings().kafka());

        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(DOSSIERS);
        for (Row row : rows) {
            ExplanationView told = explainer.explain(row.code);

            assertThat(told.missing()).isEmpty();
            assertThat(told.events()).as(row.code).hasSize(row.events);
            assertThat(present(told, "status")).as(row.code).isEqualTo(row.status);
            assertThat(present(told, "holderAgency")).as(row.code).isEqualTo(row.holder);
            assertThat(present(told, "dueAt")).as(row.code).isEqualTo(row.due);
            assertThat(present(told, "resolvedAt")).as(row.code).isEqualTo(row.resolved);
            assertThat(Objects.requireNonNullElse(present(told, "steps"), 0))
                    .as(row.code)
                    .isEqualTo(row.steps);
        }
    }

    @Test
    void theCommandTellsTheWholeOrOneField() throws Exception {
        String code = rows().get(0).code;

        assertThat(run("explain", code)).isEqualTo(ExitStatus.DONE);
        assertThat(output.toString(UTF_8)).contains("Hồ sơ " + code, "Quy tắc, ghi chú", "lần nộp đầu tiên xác lập");

        assertThat(run("explain", code.toLowerCase(), "status", "--lang", "en")).isEqualTo(ExitStatus.DONE);
        assertThat(output.toString(UTF_8)).contains("Status: ", "through the system");

        assertThat(run("explain", code, "--json")).isEqualTo(ExitStatus.DONE);
        JsonNode json = new ObjectMapper().readTree(output.toByteArray());
        assertThat(json.at("/dossier").asText()).isEqualTo(code);
        assertThat(json.at("/events/0/changes/0/field/vi").asText()).isNotBlank();
    }

    @Test
    void whatIsNotThereIsSaidAndGivesItsExitStatus() throws Exception {
        assertThat(run("explain", "H36.00-250101-9999")).isEqualTo(ExitStatus.NOT_PASSED);
        assertThat(errors.toString()).contains("Không có hồ sơ mang mã hay mã khác H36.00-250101-9999");

        assertThat(run("explain", rows().get(0).code, "mood")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(errors.toString()).contains("Hồ sơ không có trường mood", "A dossier has no field mood", "dueAt");
    }

    @Test
    void theApiSaysTheSame() throws Exception {
        String code = rows().get(0).code;

        HttpResponse<String> answer = get("v1/dossiers/" + code + "/explanation?field=status");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.at("/fields/0/value/value").asText()).isEqualTo(rows().get(0).status);
        assertThat(get("v1/dossiers/" + code + "/explanation?field=mood").statusCode())
                .isEqualTo(400);
    }

    @Test
    void eventsThatNoBrokerGivesAreUnavailable() throws Exception {
        DossierExplainer explainer = explainer(new KafkaSettings("127.0.0.1:1"));
        String code = rows().get(0).code;

        assertThatThrownBy(() -> explainer.explain(code)).isInstanceOf(ExplanationUnavailableException.class);
        assertThat(explainer.explain("H36.00-250101-9999").events()).isEmpty();
    }

    private static DossierExplainer explainer(KafkaSettings kafka) {
        return new DossierExplainer(kafka, new AvroSerdes(started.platform().registry(), false), database());
    }

    private static DataSource database() {
        return started.platform().database().dataSource();
    }

    private static List<Row> rows() throws SQLException {
        return new Reader(database())
                .list(
                        "SELECT * FROM lienthong.dossiers ORDER BY status IS NULL, code",
                        row -> new Row(
                                row.getString("code"),
                                row.getString("status"),
                                row.getString("holder_agency"),
                                Reader.time(row, "due_at"),
                                Reader.time(row, "resolved_at"),
                                row.getInt("steps"),
                                row.getInt("event_count")));
    }

    private static @Nullable Object present(ExplanationView told, String field) {
        return told.fields().stream()
                .filter(view -> view.field().code().equals(field))
                .findFirst()
                .map(FieldView::value)
                .map(value -> value.value())
                .orElse(null);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create(started.platform().url()).resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int run(String... arguments) {
        output.reset();
        PrintStream standardOutput = System.out;
        PrintStream standardError = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, UTF_8));
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(errors, true));
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(List.of("--data-dir", data.toString()));
            return commandLine.execute(all.toArray(String[]::new));
        } finally {
            System.setOut(standardOutput);
            System.setErr(standardError);
            errors.append(said.toString(UTF_8));
        }
    }
}
