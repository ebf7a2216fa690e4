package org.lienthong.streams.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.dossier;
import static org.lienthong.streams.dossier.Events.submitted;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.topic.Topics;

/** Reference data that come after the events they bear on; day 0 is Monday, 2 June 2025, 08:00 in Viet Nam. */
class RestatementTest {

    private static final String COMPUTED = "H36.25-250602-0001";
    private static final String STATED = "H36.25-250602-0002";
    private static final int MORE_THAN_A_SLICE = 600;

    @TempDir
    Path state;

    private MergeDriver merge;

    @BeforeEach
    void start() {
        merge = new MergeDriver(state, MergeSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        merge.close();
    }

    @Test
    void aHolidayThatIsAnnouncedLateMovesTheDueDatesThatWereComputedAndNoOther() {
        limit(16);
        accept(COMPUTED, new DossierAccepted(null, null, null));
        accept(STATED, accepted(5));
        assertThat(merge.records().get(COMPUTED).getDueAt()).isEqualTo(day(3));

        merge.reference(
                Topics.WORKING_DAYS, "2025-06-04", new WorkingDay(LocalDate.of(2025, 6, 4), false, "ngày nghỉ"));
        merge.ledger();

        Map<String, DossierRecord> restated = merge.records();
        assertThat(restated).containsOnlyKeys(COMPUTED);
        assertThat(restated.get(COMPUTED).getDueAt()).isEqualTo(day(4));
    }

    @Test
    void theSameReferenceDataAgainRestateNothing() {
        limit(16);
        accept(COMPUTED, new DossierAccepted(null, null, null));
        merge.ledger();
        merge.records();

        limit(16);
        merge.ledger();

        assertThat(merge.records()).isEmpty();
    }

    @Test
    void aSweepGoesOnSliceBySliceUntilAllAreRestated() {
        for (int i = 0; i < MORE_THAN_A_SLICE; i++) {
            accept("H36.25-250602-1%03d".formatted(i), new DossierAccepted(null, null, null));
        }
        merge.records();

        limit(8);
        merge.ledger();
        merge.ledger();

        assertThat(merge.records())
                .hasSize(MORE_THAN_A_SLICE)
                .allSatisfy((code, record) -> assertThat(record.getDueAt()).isEqualTo(day(2)));
    }

    private void limit(int hours) {
        merge.reference(
                Topics.REF_PROCEDURES,
                "1.005129",
                new Procedure("1.005129", "Thủ tục", Sector.CONSTRUCTION, UnitLevel.COMMUNE, hours, false, true, null));
    }

    private void accept(String code, DossierAccepted accepted) {
        merge.send(dossier(code, 0, submitted("25000")));
        merge.send(dossier(code, 1, accepted));
    }
}
