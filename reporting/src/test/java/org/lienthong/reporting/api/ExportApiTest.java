package org.lienthong.reporting.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.reporting.export.ExportFormat;
import org.lienthong.reporting.export.Report;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.dossier.DossierRecord;

/** Reports as files, over HTTP. */
@Timeout(180)
class ExportApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final int MANY = 1_000_000;

    @TempDir
    static Path directory;

    private static ReportServer server;

    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        DiLinh.load(rows);
        DossierRecord nasty = Samples.dossier("H36.25-250701-0002", 1);
        nasty.setHolderAgency("=cmd|' /C calc'!A0");
        nasty.setUnitCode("Xã \"A\", \n<script>");
        rows.dossiers(List.of(nasty));
        // More than any buffer between here and the client holds.
        DATABASE.execute("""
                INSERT INTO lienthong.receipts (receipt_partition, receipt_offset, event_id, dossier_code, source_system,
                    agency_id, outcome, code, record_version, origin_topic, origin_partition, origin_offset)
                SELECT 7, g, md5(g::text), 'D' || g, 'one-stop', 'H36.77', 'APPLIED', 'APPLIED', 1, 'dossier.events', 7, g
                FROM generate_series(1, %d) g
                """.formatted(MANY));
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

    @ParameterizedTest
    @EnumSource(Report.class)
    void everyReportIsWrittenInEveryFormatWithoutPersonalData(Report report) throws Exception {
        String narrow = report == Report.RECEIPTS ? "?dossier=a" : "";
        for (ExportFormat format : ExportFormat.values()) {
            HttpResponse<byte[]> answer = bytes("v1/exports/" + report.id() + "." + format.extension() + narrow);

            assertThat(answer.statusCode()).as("%s %s", report, format).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .contains("lienthong-" + report.id() + "." + format.extension());
            if (format == ExportFormat.CSV) {
                assertThat(new String(answer.body(), UTF_8))
                        .doesNotContain("Nguyễn Thị Hòa", "0900000000", "Xin phép xây nhà", "Trần Văn Bình");
            }
        }
    }

    @Test
    void csvIsWhatExcelOpensAndRunsNothing() throws Exception {
        String csv = new String(bytes("v1/exports/dossiers.csv").body(), UTF_8);

        assertThat(csv).startsWith("\ufeffcode,status,procedure_code,");
        assertThat(csv).contains("\r\nH36.25-250701-0001,IN_PROGRESS,1.005129,", "\"Xã \"\"A\"\", \n<script>\"");
        assertThat(csv)
                .contains(",'=cmd|' /C calc'!A0,")
                .contains(",150000.50,0.00,")
                .contains(",2025-07-20T17:00+07:00,");
        assertThat(new String(
                                bytes("v1/exports/dossiers.csv?status=IN_PROGRESS&unit=68")
                                        .body(),
                                UTF_8)
                        .lines())
                .hasSize(2);
    }

    @Test
    void xlsxHoldsTheSameRows() throws Exception {
        String sheet = zipped(bytes("v1/exports/dossiers.xlsx").body(), "xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("H36.25-250701-0001", "X&#xe3; Di Linh", "<v>150000.50</v>");
        assertThat(sheet).contains("=cmd|").doesNotContain("<f>");
    }

    @Test
    void parquetIsReadBackWithItsTypes() throws Exception {
        Path file = directory.resolve("dossiers.parquet");
        Files.write(file, bytes("v1/exports/dossiers.parquet").body());

        List<Group> rows = parquet(file);

        assertThat(rows).hasSize(2);
        Group first = rows.get(0);
        assertThat(first.getString("code", 0)).isEqualTo("H36.25-250701-0001");
        assertThat(first.getString("unit_name", 0)).isEqualTo("Xã Di Linh");
        assertThat(first.getLong("fees_requested", 0)).isEqualTo(15_000_050L);
        assertThat(first.getInteger("filed_on", 0)).isEqualTo((int) Samples.REFORM.toEpochDay());
        assertThat(first.getLong("due_at", 0)).isEqualTo(1_753_005_600_000_000L);
        assertThat(first.getFieldRepetitionCount("finished_at")).isZero();
    }

    @Test
    void aMillionRowsComeWhole() throws Exception {
        HttpResponse<InputStream> answer = stream("v1/exports/receipts.csv?agency=H36.77");
        long lines = new String(answer.body().readAllBytes(), UTF_8).lines().count();

        assertThat(lines).isEqualTo(MANY + 1L);
        assertThat(DATABASE.number("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"))
                .isZero();
    }

    @Test
    void aClientThatGoesAwayGivesItsConnectionBackAndTheServerLives() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            HttpResponse<InputStream> answer = stream("v1/exports/receipts." + format.extension() + "?agency=H36.77");
            assertThat(answer.body().readNBytes(1)).hasSize(1);
            answer.body().close();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> pool().getHikariPoolMXBean().getActiveConnections() == 0);
        }
        assertThat(client().json("v1/summary", 200).has("units")).isTrue();
    }

    @Test
    void longExportsLeaveRoomForOthers() throws Exception {
        List<HttpResponse<InputStream>> running = new ArrayList<>();
        try {
            running.add(stream("v1/exports/receipts.csv?agency=H36.77"));
            running.add(stream("v1/exports/receipts.csv?agency=H36.77"));

            HttpResponse<String> refused = client().get("v1/exports/units.csv");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("TOO_MANY_EXPORTS");
            assertThat(refused.headers().firstValue("retry-after")).contains("30");
            assertThat(client().get("v1/summary").statusCode()).isEqualTo(200);
        } finally {
            for (HttpResponse<InputStream> one : running) {
                one.body().close();
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> client().get("v1/exports/units.csv").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource({
        "v1/exports/nothing.csv, 404, REPORT_NOT_FOUND",
        "v1/exports/dossiers.exe, 404, REPORT_NOT_FOUND",
        "v1/exports/dossiers, 404, REPORT_NOT_FOUND",
        "v1/exports/dossiers.csv?colour=red, 400, UNKNOWN_PARAMETER",
        "v1/exports/dossiers.csv?status=LOST, 400, BAD_PARAMETER",
        "v1/exports/dossiers.csv?status=RETURNED&status=RETURNED, 400, BAD_PARAMETER",
        "v1/exports/dossiers.csv?from=2025-07-02&to=2025-07-01, 400, BAD_PARAMETER",
        "v1/exports/dossiers.csv?to=%2B99999-01-01, 400, BAD_PARAMETER",
        "v1/exports/statistics.csv?from=2025-13, 400, BAD_PARAMETER",
        "v1/exports/alerts.csv?unit=00000, 404, UNIT_NOT_FOUND",
        "v1/exports/receipts.csv?agency=a%00b, 400, BAD_PARAMETER",
    })
    void badInputIsAProblem(String path, int status, String code) throws Exception {
        assertThat(client().json(path, status).at("/code").asText()).isEqualTo(code);
    }

    private static List<Group> parquet(Path file) throws IOException {
        List<Group> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            var schema = reader.getFileMetaData().getSchema();
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                var records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(records.read());
                }
                pages = reader.readNextRowGroup();
            }
        }
        return rows;
    }

    private static String zipped(byte[] file, String name) throws IOException {
        Path path = Files.write(directory.resolve("file.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile());
                InputStream entry = zip.getInputStream(zip.getEntry(name))) {
            return new String(entry.readAllBytes(), UTF_8);
        }
    }

    private static HttpResponse<byte[]> bytes(String path) throws Exception {
        return Client.HTTP.send(HttpRequest.newBuilder(client().uri(path)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<InputStream> stream(String path) throws Exception {
        return Client.HTTP.send(HttpRequest.newBuilder(client().uri(path)).build(), BodyHandlers.ofInputStream());
    }

    private static HikariDataSource pool() {
        return (HikariDataSource) DATABASE.database().dataSource();
    }

    private static Client client() {
        return new Client(server.url());
    }
}
