package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.streams.dossier.Events.day;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/**
 * Whatever versions came before, and whenever they came: what stands follows from the last one.
 * {@code -Dconvergence.seed=N} repeats one.
 */
class DeadlineConvergenceTest {

    private static final int DOSSIERS = 400;

    @TempDir
    Path state;

    @RepeatedTest(5)
    void theAlertsThatStandAreThoseOfTheFinalRecordsAlone() {
        long seed = Long.getLong("convergence.seed", System.nanoTime());
        System.out.println("convergence.seed=" + seed);
        RandomRecords random = new RandomRecords(seed);
        Map<String, List<DossierRecord>> dossiers = new HashMap<>();
        for (int i = 0; i < DOSSIERS; i++) {
            String code = "H36.25-250602-" + (1000 + i);
            dossiers.put(code, random.versions(code));
        }
        Instant end = random.moment();

        try (WatchedRecords all = new WatchedRecords(state.resolve("all"), day(0));
                WatchedRecords finals = new WatchedRecords(state.resolve("finals"), end)) {
            for (int version = 0; version < 14; version++) {
                for (List<DossierRecord> versions : dossiers.values()) {
                    if (version < versions.size()) {
                        all.send(versions.get(version));
                    }
                }
                // Not before the clock: it never goes back, and stands at the end of the test.
                all.moveTo(earliest(end, day(version).plusSeconds(3_600)));
            }
            all.moveTo(end);
            dossiers.values().forEach(versions -> finals.send(versions.get(versions.size() - 1)));

            assertThat(all.watches()).as("convergence.seed=%d", seed).isEqualTo(finals.watches());
            assertThat(standing(all.alerts())).as("convergence.seed=%d", seed).isEqualTo(standing(finals.alerts()));
        }
    }

    /** What the last alert of each dossier says, where it stands. */
    private static Map<String, Said> standing(Collection<DeadlineAlert> alerts) {
        Map<String, Said> standing = new TreeMap<>();
        for (DeadlineAlert alert : alerts) {
            if (alert.getKind() == DUE_SOON || alert.getKind() == OVERDUE) {
                standing.put(
                        alert.getDossierCode(),
                        new Said(alert.getKind(), alert.getDueAt(), alert.getUnitCode(), alert.getAgencyId()));
            } else {
                assertThat(standing.remove(alert.getDossierCode()))
                        .as("only what stands is taken back: %s", alert)
                        .isNotNull();
            }
        }
        return standing;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private record Said(DeadlineAlertKind kind, Instant dueAt, String unitCode, String agencyId) {}
}
