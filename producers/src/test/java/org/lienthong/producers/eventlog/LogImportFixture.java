package org.lienthong.producers.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.dossier.DossierEvent;

/** A small log with a mapping for it, and how to import it. */
abstract class LogImportFixture {

    static final String MAPPING = """
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

    static final String HEADER = "case:id,case:start,case:due,case:channel,activity,task,time,who,note";
    static final String ACCEPT =
            "c-1,2025-07-01T08:00:00+07:00,2025-07-03,Web,Accept,t-1,2025-07-01 08:30:00.5+07:00,Lan,";
    static final String CHECK =
            "c-1,2025-07-01T08:00:00+07:00,2025-07-03,Web,Check,t-2,2025-07-01T09:00:00,Hòa,\"xem, kỹ\"";
    static final String OTHER = "c-22,2025-07-02T08:00:00+07:00,,Desk,Check,t-3,2025-07-02T09:00:00,Hòa,";

    @TempDir
    Path directory;

    CollectingSink sink = new CollectingSink();

    @BeforeEach
    void fresh() {
        sink = new CollectingSink();
    }

    final ImportResult importCsv(String... lines) throws IOException {
        return importFile(csv(lines));
    }

    final ImportResult importFile(Path file) throws IOException {
        return importer(MAPPING).importFile(file, directory, n -> {});
    }

    final EventLogImporter importer(String mapping) throws IOException {
        Path file = Files.writeString(directory.resolve("mapping.yaml"), mapping);
        return new EventLogImporter(LogMapping.read(file), sink);
    }

    final Path csv(String... lines) throws IOException {
        return write("log.csv", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    final Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    final void assertRefused(Path file, ProblemCode code) {
        assertThatThrownBy(() -> importFile(file))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
        assertThat(sink.events).isEmpty();
    }

    final DossierEvent only(Class<?> payload) {
        List<DossierEvent> found = sink.events.stream()
                .filter(e -> payload.isInstance(e.getPayload()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static String[] lines(List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return lines.toArray(String[]::new);
    }

    static ImportResult complete(long rows, long derived, long dossiers) {
        return new ImportResult(rows, rows, 0, derived, dossiers, Optional.empty(), Optional.empty());
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
