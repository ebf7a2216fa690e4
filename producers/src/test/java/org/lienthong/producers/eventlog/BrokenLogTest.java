package org.lienthong.producers.eventlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.dossier.DossierProgressed;

/** Files that are empty, cut, in another encoding, or no such log. */
class BrokenLogTest extends LogImportFixture {
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
}
