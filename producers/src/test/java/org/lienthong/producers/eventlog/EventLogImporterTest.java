package org.lienthong.producers.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierSubmitted;

class EventLogImporterTest {

    private static final String MAPPING = """
            source: {system: test, agency: H36.25, zone: Asia/Ho_Chi_Minh}
            columns:
              id: "case:id"
              activity: activity
              time: time
              sequence: {column: task, pattern: "t-(\\\\d+)"}
              perCase: ["case:id", "case:start", "case:due", "case:channel"]
            dossier:
              code: {agency: H36.25, date: "case:start", number: {column: "case:id", pattern: "c-(\\\\d+)"}}
              alias: "case:id"
            progress: {officer: who}
            activities:
              Accept: {event: DossierAccepted, fields: {dueAt: "case:due", officer: who}}
              Check: progress
            derived:
              - event: DossierSubmitted
                at: "case:start"
                fields:
                  procedureCode: {value: "1.005129"}
                  unitCode: {value: "25000"}
                  receivingAgency: {value: H36.25}
                  channel: {column: "case:channel", codes: {Web: ONLINE, Desk: DIRECT}}
                attributes: ["case:channel"]
            """;

    private static final String HEADER = "case:id,case:start,case:due,case:channel,activity,task,time,who,note";
    private static final String ACCEPT =
            "c-1,2025-07-01T08:00:00+07:00,2025-07-03,Web,Accept,t-1,2025-07-01 08:30:00.5+07:00,Lan,";
    private static final String CHECK =
            "c-1,2025-07-01T08:00:00+07:00,2025-07-03,Web,Check,t-2,2025-07-01T09:00:00,Hòa,\"xem, kỹ\"";
    private static final String OTHER = "c-22,2025-07-02T08:00:00+07:00,,Desk,Check,t-3,2025-07-02T09:00:00,Hòa,";

    @TempDir
    Path directory;

    private CollectingSink sink = new CollectingSink();

    @BeforeEach
    void fresh() {
        sink = new CollectingSink();
    }

    @Test
    void rowsBecomeEventsAndNothingIsDropped() throws IOException {
        ImportResult result = importCsv(HEADER, ACCEPT, CHECK, OTHER);

        assertThat(result).isEqualTo(complete(3, 2, 2));
        assertThat(sink.flushes).isEqualTo(1);
        DossierEvent accepted = only(DossierAccepted.class);
        assertThat(accepted.getDossierCode()).isEqualTo("H36.25-250701-0001");
        assertThat(accepted.getAlias()).isEqualTo("c-1");
        assertThat(accepted.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-07-01T01:30:00.5Z"));
        assertThat(accepted.getHeader().getSequence()).isEqualTo(1);
        assertThat(((DossierAccepted) accepted.getPayload()).getDueAt())
                .as("a date alone is the midnight of the log's zone")
                .isEqualTo(Instant.parse("2025-07-02T17:00:00Z"));
        assertThat(accepted.getAttributes()).isEqualTo(Map.of("activity", "Accept", "task", "t-1"));
        DossierEvent check = sink.events.stream()
                .filter(e -> e.getPayload() instanceof DossierProgressed
                        && e.getHeader().getSequence() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(check.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-07-01T02:00:00Z"));
        assertThat(((DossierProgressed) check.getPayload()).getOfficer()).isEqualTo("Hòa");
        assertThat(check.getAttributes()).isEqualTo(Map.of("task", "t-2", "note", "xem, kỹ"));
        DossierSubmitted submitted = (DossierSubmitted) sink.events.get(0).getPayload();
        assertThat(submitted.getChannel()).isEqualTo(Channel.ONLINE);
        assertThat(sink.events.get(0).getAttributes()).isEqualTo(Map.of("case:channel", "Web"));
    }

    @Test
    void splitsShufflesAndRepetitionsGiveTheSameEvents() throws IOException {
        List<String> rows = new ArrayList<>(List.of(ACCEPT, CHECK, OTHER));
        for (int i = 3; i < 60; i++) {
            rows.add("c-%d,2025-07-02T08:00:00+07:00,,Desk,Check,t-%d,2025-07-02T09:00:00,Hòa,".formatted(i % 9, i));
        }
        importCsv(lines(rows));
        Map<String, DossierEvent> expected = sink.byId();

        long seed = 20250701;
        Collections.shuffle(rows, new Random(seed));
        sink = new CollectingSink();
        importCsv(lines(rows.subList(0, 20)));
        importCsv(lines(rows.subList(10, rows.size())));
        assertThat(sink.byId()).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void badRowsAreKeptWithPlaceAndReasonAndTheGoodOnesGoThrough() throws IOException {
        ImportResult result = importCsv(
                HEADER,
                ACCEPT,
                CHECK.replace("2025-07-01T09:00:00", "01.07.2025"),
                CHECK.replace("2025-07-01T09:00:00", "2025-02-30T09:00:00"),
                CHECK.replace("Web", "Fax"),
                CHECK.replace("Check", "Dance"),
                CHECK.replace("c-1", "x-1"),
                CHECK.replace("c-1", "c-12345678"),
                CHECK.replace("t-2", "two"),
                CHECK.replace("c-1,", ","),
                "c-1,short",
                CHECK.replace("c-1", "c-01"),
                OTHER);

        assertThat(result.read()).isEqualTo(12);
        assertThat(result.published()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(10);
        assertThat(result.isComplete()).isFalse();
        assertThat(sink.events).hasSize(4);
        Path rejects = result.rejectFile().orElseThrow();
        assertThat(rejects).isEqualTo(directory.resolve("log.csv.rejects.jsonl"));
        List<JsonNode> entries = new ArrayList<>();
        for (String line : Files.readAllLines(rejects)) {
            entries.add(new ObjectMapper().readTree(line));
        }
        assertThat(entries)
                .extracting(e -> e.get("code").asText())
                .containsExactly(
                        "TIME_INVALID",
                        "TIME_INVALID",
                        "CODE_UNMAPPED",
                        "ACTIVITY_UNMAPPED",
                        "VALUE_PATTERN",
                        "DOSSIER_CODE_INVALID",
                        "VALUE_PATTERN",
                        "VALUE_MISSING",
                        "ROW_WIDTH",
                        "CODE_COLLISION");
        JsonNode first = entries.get(0);
        assertThat(first.get("line").asLong()).isEqualTo(3);
        assertThat(first.get("record").asLong()).isEqualTo(2);
        assertThat(first.get("file").asText()).endsWith("log.csv");
        assertThat(first.get("en").asText()).contains("“time”");
        assertThat(first.get("vi").asText())
                .contains("“time”")
                .isNotEqualTo(first.get("en").asText());
        assertThat(first.get("row").get("time").asText()).isEqualTo("01.07.2025");
    }

    @Test
    void anEarlierRejectFileDoesNotOutliveItsReason() throws IOException {
        Path rejects = importCsv(HEADER, "c-1,short").rejectFile().orElseThrow();
        assertThat(rejects).exists();
        importCsv(HEADER, ACCEPT);
        assertThat(rejects).doesNotExist();
    }

    @Test
    void anUnmappedActivityIsAStepWhereTheMappingSaysSo() throws IOException {
        Path file = csv(HEADER, CHECK.replace("Check", "Dance"));
        ImportResult result = importer(MAPPING + "otherwise: progress\n").importFile(file, directory, n -> {});
        assertThat(result.published()).isEqualTo(1);
        DossierProgressed step =
                (DossierProgressed) only(DossierProgressed.class).getPayload();
        assertThat(step.getStep()).isEqualTo("Dance");
        assertThat(step.getOfficer()).isEqualTo("Hòa");
    }

    @Test
    void aFileThatCannotBeSuchALogIsRefusedBeforeAnythingIsPublished() throws IOException {
        assertRefused(directory.resolve("none.csv"), ProblemCode.FILE_UNREADABLE);
        assertRefused(directory, ProblemCode.FILE_UNREADABLE);
        assertRefused(write("empty.csv", new byte[0]), ProblemCode.FILE_EMPTY);
        assertRefused(write("empty.csv.gz", gzip(new byte[0])), ProblemCode.FILE_EMPTY);
        assertRefused(csv(HEADER.replace("time,", "thời gian,"), ACCEPT), ProblemCode.COLUMN_MISSING);
        assertRefused(csv(HEADER.replace("note", "who"), ACCEPT), ProblemCode.COLUMN_TWICE);
        assertRefused(write("utf16.csv", (HEADER + "\n" + ACCEPT).getBytes(UTF_16)), ProblemCode.FILE_NOT_UTF8);
        assertRefused(write("cut.gz", Arrays.copyOf(gzip(HEADER.getBytes(UTF_8)), 12)), ProblemCode.GZIP_BROKEN);
        assertRefused(write("page.xes", "<html></html>".getBytes(UTF_8)), ProblemCode.FILE_UNREADABLE);
        assertThatThrownBy(() -> importCsv(HEADER.replace("time,", "thời gian,"), ACCEPT))
                .hasMessageContaining("log.csv")
                .hasMessageContaining("time");
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyLog() throws IOException {
        assertThat(importCsv(HEADER)).isEqualTo(complete(0, 0, 0));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        Path file = write("bom.csv", ("\uFEFF" + HEADER + "\r\n" + ACCEPT + "\r\n").getBytes(UTF_8));
        assertThat(importFile(file)).isEqualTo(complete(1, 1, 1));
    }

    @Test
    void rowsInAnotherEncodingAreRejectedUnlessTheMappingNamesIt() throws IOException {
        Path file = write("latin.csv", (HEADER + "\n" + ACCEPT + "\n" + CHECK + "\n").getBytes(ISO_8859_1));
        ImportResult result = importFile(file);
        assertThat(result.published()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(Files.readString(result.rejectFile().orElseThrow())).contains("ROW_NOT_UTF8");

        Path windows = write("windows.csv", (HEADER + "\n" + OTHER.replace("Hòa", "Hoà")).getBytes(ISO_8859_1));
        sink = new CollectingSink();
        importer(MAPPING.replace("zone:", "charset: ISO-8859-1, zone:")).importFile(windows, directory, n -> {});
        assertThat(((DossierProgressed) only(DossierProgressed.class).getPayload()).getOfficer())
                .isEqualTo("Hoà");
    }

    @Test
    void ofACutGzipTheRowsBeforeTheCutGoThrough() throws IOException {
        List<String> rows = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 1; i <= 2_000; i++) {
            rows.add(OTHER.replace("c-22", "c-" + i).replace("t-3", "t-" + random.nextInt(1_000_000)));
        }
        byte[] whole = gzip((String.join("\n", lines(rows)) + "\n").getBytes(UTF_8));
        ImportResult result = importFile(write("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2)));

        assertThat(result.stopped()).hasValueSatisfying(p -> {
            assertThat(p.code()).isEqualTo(ProblemCode.GZIP_BROKEN);
            assertThat(p.arguments().get(0)).endsWith("cut.csv.gz");
            assertThat(p.arguments().get(1)).matches("dòng/line \\d+");
        });
        assertThat(result.published()).isBetween(500L, 1_500L);
        assertThat(result.rejected()).isLessThanOrEqualTo(1);
        assertThat(result.read()).isEqualTo(result.published() + result.rejected());
        assertThat(sink.byId()).hasSize((int) (result.published() + result.derived()));
    }

    @Test
    void anUnclosedQuoteStopsTheImportWithItsLine() throws IOException {
        ImportResult result = importCsv(HEADER, ACCEPT, CHECK.replace("kỹ\"", "kỹ"), OTHER);
        assertThat(result.published()).isEqualTo(1);
        assertThat(result.stopped()).hasValueSatisfying(p -> {
            assertThat(p.code()).isEqualTo(ProblemCode.CSV_BROKEN);
            assertThat(p.arguments().get(1)).isEqualTo("3");
        });

        String endless = "x".repeat(2 * RecordLimit.LIMIT);
        ImportResult limited = importCsv(HEADER, ACCEPT, CHECK.replace("kỹ\"", endless), OTHER);
        assertThat(limited.published()).isEqualTo(1);
        assertThat(limited.stopped()).map(p -> p.code()).contains(ProblemCode.RECORD_TOO_LONG);
    }

    private ImportResult importCsv(String... lines) throws IOException {
        return importFile(csv(lines));
    }

    private ImportResult importFile(Path file) throws IOException {
        return importer(MAPPING).importFile(file, directory, n -> {});
    }

    private EventLogImporter importer(String mapping) throws IOException {
        Path file = Files.writeString(directory.resolve("mapping.yaml"), mapping);
        return new EventLogImporter(LogMapping.read(file), sink);
    }

    private Path csv(String... lines) throws IOException {
        return write("log.csv", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private void assertRefused(Path file, ProblemCode code) {
        assertThatThrownBy(() -> importFile(file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
        assertThat(sink.events).isEmpty();
    }

    private DossierEvent only(Class<?> payload) {
        List<DossierEvent> found = sink.events.stream()
                .filter(e -> payload.isInstance(e.getPayload()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String[] lines(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return lines.toArray(String[]::new);
    }

    private static ImportResult complete(long rows, long derived, long dossiers) {
        return new ImportResult(rows, rows, 0, derived, dossiers, Optional.empty(), Optional.empty());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
