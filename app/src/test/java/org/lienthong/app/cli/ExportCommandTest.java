package org.lienthong.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformSettings;
import picocli.CommandLine;

/** Exports from the database of a platform that runs on a data directory. */
class ExportCommandTest {

    @TempDir
    static Path directory;

    private static EmbeddedPlatform started;

    private final StringWriter errors = new StringWriter();

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

    @ParameterizedTest
    @CsvSource({"csv, \ufeffcode", "xlsx, PK", "parquet, PAR1"})
    void aReportIsWrittenWholeUnderItsName(String format, String beginning) throws Exception {
        Path file = directory.resolve("dossiers." + format);

        int status = run("dossiers", "status=RETURNED", "--format", format, "--out", file.toString());

        assertThat(status).as(errors.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith(beginning);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(one -> one.toString().endsWith(".part"));
        }
    }

    @Test
    void whatDoesNotFitIsNamed() throws Exception {
        Path file = directory.resolve("none.csv");

        assertThat(run("nothing", "--out", file.toString())).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("dossiers", "status=LOST", "--out", file.toString())).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("dossiers", "unit=00000", "--out", file.toString())).isEqualTo(ExitStatus.WRONG_USE);

        assertThat(errors.toString())
                .contains("REPORT_UNKNOWN", "service_reports", "BAD_VALUE", "status=LOST", "UNKNOWN_UNIT", "00000");
        assertThat(file).doesNotExist();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data-dir", directory.resolve("data").toString()));
        CommandLine command = Main.commandLine().setErr(new PrintWriter(errors, true));
        return command.execute(all.toArray(String[]::new));
    }
}
