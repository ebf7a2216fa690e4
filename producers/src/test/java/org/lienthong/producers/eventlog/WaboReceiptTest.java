package org.lienthong.producers.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.runtime.testing.SharedFiles;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierResolved;

/** The shipped mapping on the real log, in both of its formats. The log is not part of the project. */
class WaboReceiptTest {

    @TempDir
    Path rejects;

    @Test
    void csvAndXesGiveTheSameEventsOfEveryCase() {
        CollectingSink csv = importLog("receipt.csv.gz");
        CollectingSink xes = importLog("receipt.xes.gz");

        assertThat(xes.byId()).isEqualTo(csv.byId());
        assertThat(csv.events).hasSize(8_577 + 1_434 + 1_434 + 1_329);
        Map<String, Long> kinds = csv.events.stream()
                .collect(Collectors.groupingBy(e -> e.getPayload().getClass().getSimpleName(), Collectors.counting()));
        assertThat(kinds)
                .isEqualTo(Map.of(
                        "DossierSubmitted",
                        1_434L,
                        "DossierAccepted",
                        1_434L,
                        "DossierProgressed",
                        8_577L - 39,
                        "DossierResolved",
                        1_329L + 39));
    }

    @Test
    void endsAndDeadlinesAreThoseOfTheLog() {
        Map<String, Instant> due = new HashMap<>();
        Map<String, Instant> end = new HashMap<>();
        for (DossierEvent event : importLog("receipt.csv.gz").events) {
            if (event.getPayload() instanceof DossierAccepted accepted) {
                due.put(event.getDossierCode(), accepted.getDueAt());
            } else if (event.getPayload() instanceof DossierResolved) {
                end.merge(event.getDossierCode(), event.getHeader().getOccurredAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        assertThat(due).hasSize(1_434).containsKey("NL.W01-111011-10011");
        assertThat(end).hasSize(1_329);
        assertThat(end.entrySet().stream().filter(e -> e.getValue().isAfter(due.get(e.getKey()))))
                .as("ended after their deadline")
                .hasSize(377);
    }

    private CollectingSink importLog(String name) {
        Path file = SharedFiles.orSkip("data/wabo/" + name);
        CollectingSink sink = new CollectingSink();
        ImportResult result =
                new EventLogImporter(LogMapping.read(mapping()), sink).importFile(file, rejects, read -> {});
        assertThat(result)
                .isEqualTo(new ImportResult(8_577, 8_577, 0, 4_197, 1_434, Optional.empty(), Optional.empty()));
        return sink;
    }

    private static Path mapping() {
        return SharedFiles.above("mappings/wabo-receipt.yaml").orElseThrow();
    }
}
