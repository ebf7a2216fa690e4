package org.lienthong.producers.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierSubmitted;

class EventLogImporterTest extends LogImportFixture {
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
}
