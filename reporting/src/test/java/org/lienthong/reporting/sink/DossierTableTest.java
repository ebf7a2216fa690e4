package org.lienthong.reporting.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.UnitLevel;

/** What hangs on a dossier, from its record to its tables. */
class DossierTableTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final String CODE = "H36.25-250701-0001";

    private final SinkRows rows = new SinkRows(DATABASE.database().dataSource());

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    @Test
    void everyPartOfTheRecordHasItsTable() {
        DossierRecord dossier = Samples.dossier(CODE, 3);
        dossier.setSuspendedSince(Instant.parse("2025-07-05T00:00:00Z"));
        rows.dossiers(List.of(dossier));

        assertThat(DATABASE.strings("SELECT issuing_agency, extract(epoch FROM suspended_since)::bigint, more_anomalies"
                        + " FROM lienthong.dossiers"))
                .containsExactly("H36.10|1751673600|2");
        assertThat(DATABASE.strings("SELECT permit_number, issued_by, status, valid_from, valid_until, amended_at,"
                        + " suspended_until, ended_at, dossier_known FROM lienthong.permits"))
                .containsExactly("GP-3|H36.25|SUSPENDED|2025-07-01|2200-12-31|null|2025-09-30|null|t");
        assertThat(DATABASE.strings("SELECT position, code, event_id, agency_id, detail FROM lienthong.anomalies"
                        + " ORDER BY position"))
                .containsExactly(
                        "0|UNEXPECTED_TRANSITION|e-\"1\"|H36.25|RESOLVED → IN_PROGRESS",
                        "1|PLACEHOLDER_IDENTITY|e-2|null|");
        assertThat(DATABASE.strings("SELECT field, agency_id, source_system, event_id,"
                        + " extract(epoch FROM occurred_at)::bigint, conflict FROM lienthong.claims ORDER BY field"))
                .containsExactly(
                        "applicant|H36.10|construction|c-applicant|1751333400|t",
                        "dueAt|H36.10|construction|c-dueAt|1751333400|t",
                        "permits/GP-3/validUntil|H36.10|construction|c-permits/GP-3/validUntil|1751333400|f");
        assertThat(DATABASE.strings("SELECT field, value FROM lienthong_private.claim_values ORDER BY field"))
                .containsExactly(
                        "applicant|{\"name\": \"Trần Văn Bình\"}",
                        "dueAt|2025-07-30T10:00:00Z",
                        "permits/GP-3/validUntil|2200-12-31");
    }

    @Test
    void noOpenTableHoldsWhatAClaimStates() {
        rows.dossiers(List.of(Samples.dossier(CODE, 3)));

        assertThat(DATABASE.strings("SELECT c::text FROM lienthong.claims c")).noneMatch(row -> row.contains("Bình"));
    }

    @Test
    void whatIsGoneFromTheRecordIsGoneFromItsTables() {
        rows.dossiers(List.of(Samples.dossier(CODE, 3), Samples.dossier("H36.25-250701-0002", 1)));
        DossierRecord bare = Samples.dossier(CODE, 4);
        bare.setPermits(List.of());
        bare.setAnomalies(List.of());
        bare.setClaims(List.of(bare.getClaims().get(1)));

        rows.dossiers(List.of(bare));

        assertThat(counts(CODE)).containsExactly("0|0|1|1");
        assertThat(counts("H36.25-250701-0002")).containsExactly("1|2|3|3");
    }

    @Test
    void permitsWaitUntilTheirDossierIsKnown() {
        DossierRecord waiting = Samples.dossier(CODE, 1);
        waiting.setStatus(null);
        rows.dossiers(List.of(waiting, Samples.dossier("H36.25-250701-0002", 1)));
        assertThat(DATABASE.strings("SELECT dossier_code, permit_number, stated_status, waiting_since IS NOT NULL"
                        + " FROM lienthong.waiting_permits"))
                .containsExactly(CODE + "|GP-1|SUSPENDED|t");

        rows.dossiers(List.of(Samples.dossier(CODE, 2)));

        assertThat(DATABASE.strings("SELECT * FROM lienthong.waiting_permits")).isEmpty();
    }

    @Test
    void aTimeThatNobodyWillSeeIsKeptAsItIs() {
        DossierRecord dossier = Samples.dossier(CODE, 1);
        dossier.setDueAt(Instant.parse("9999-12-31T00:00:00.000001Z"));

        rows.dossiers(List.of(dossier));

        assertThat(DATABASE.strings("SELECT due_at AT TIME ZONE 'UTC' FROM lienthong.dossiers"))
                .containsExactly("9999-12-31 00:00:00.000001");
    }

    @Test
    void onlyADossierThatChangedGetsANewNumber() {
        String other = "H36.25-250701-0002";
        rows.dossiers(List.of(Samples.dossier(CODE, 1), Samples.dossier(other, 1)));
        List<String> first = numbers();

        rows.dossiers(List.of(Samples.dossier(CODE, 1), Samples.dossier(other, 2)));

        assertThat(numbers()).hasSize(2).contains(first.get(0)).doesNotContain(first.get(1));
        assertThat(DATABASE.number("SELECT max(changed_seq) FROM lienthong.dossiers"))
                .isEqualTo(DATABASE.number("SELECT last_change FROM lienthong.freshness"));
    }

    @Test
    void aDossierLeavesATraceInTheUnitThatItLeft() {
        rows.units(List.of(
                Samples.unit("25000", Samples.BEFORE, Samples.REFORM.minusDays(1), UnitLevel.COMMUNE, "Di Linh", null),
                Samples.unit("25000", Samples.REFORM, null, UnitLevel.COMMUNE, "Di Linh", null)));
        rows.dossiers(List.of(Samples.dossier("moves", 1), Samples.dossier("stays", 1), Samples.dossier("goes", 1)));
        DossierRecord moves = Samples.dossier("moves", 2);
        moves.setUnitCode("25007");
        DossierRecord stays = Samples.dossier("stays", 2);
        stays.setSubmittedAt(Instant.parse("2025-07-03T00:00:00Z"));

        rows.dossiers(List.of(moves, stays));
        rows.dossiersGone(List.of("goes"));
        assertThat(departures()).containsExactly("moves|25000|2025-07-01", "goes|25000|2025-07-01");

        stays.setSubmittedAt(Instant.parse("2025-06-03T00:00:00Z"));
        rows.dossiers(List.of(stays));
        assertThat(departures())
                .as("the same code, another unit")
                .containsExactly("moves|25000|2025-07-01", "goes|25000|2025-07-01", "stays|25000|2025-07-03");
    }

    private static List<String> numbers() {
        return DATABASE.strings("SELECT code, changed_seq FROM lienthong.dossiers ORDER BY code");
    }

    private static List<String> departures() {
        return DATABASE.strings("SELECT dossier_code, unit_code, filed_on FROM lienthong.dossier_departures"
                + " ORDER BY changed_seq");
    }

    private static List<String> counts(String code) {
        return DATABASE.strings("""
                SELECT (SELECT count(*) FROM lienthong.permits WHERE dossier_code = c.code),
                    (SELECT count(*) FROM lienthong.anomalies WHERE dossier_code = c.code),
                    (SELECT count(*) FROM lienthong.claims WHERE dossier_code = c.code),
                    (SELECT count(*) FROM lienthong_private.claim_values WHERE dossier_code = c.code)
                FROM (SELECT '%s' AS code) c
                """.formatted(code));
    }
}
