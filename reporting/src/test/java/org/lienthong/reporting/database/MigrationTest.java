package org.lienthong.reporting.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;

/** A database that an earlier version filled keeps what it holds. */
class MigrationTest {

    private static final String BEFORE_THE_MERGE = "4";

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    @BeforeAll
    static void fillAsTheEarlierVersionDid() {
        DATABASE.execute("DROP SCHEMA lienthong CASCADE; DROP SCHEMA lienthong_private CASCADE");
        Flyway.configure()
                .dataSource(DATABASE.database().dataSource())
                .locations("classpath:org/lienthong/reporting/database/migration")
                .defaultSchema("lienthong")
                .target(BEFORE_THE_MERGE)
                .load()
                .migrate();
        dossier("known", "'SUBMITTED'", """
                [{"code": "EVENT_AFTER_END", "eventId": "e-1"}, {"code": "UNEXPECTED_TRANSITION", "eventId": "e-2"}]""");
        dossier("waiting", "NULL", "[]");
        DATABASE.execute("""
                INSERT INTO lienthong.permits (dossier_code, permit_number, status)
                VALUES ('known', 'GP-1', 'ISSUED'), ('waiting', 'GP-2', 'ISSUED');
                INSERT INTO lienthong.receipts (receipt_partition, receipt_offset, event_id, agency_id, outcome, code,
                    record_version, origin_topic, origin_partition, origin_offset)
                VALUES (0, 0, 'e-1', 'H36.25', 'APPLIED', 'APPLIED', 1, 'dossier.events', 0, 0),
                    (0, 1, 'e-2', 'H36.25', 'APPLIED', 'APPLIED', 2, 'dossier.events', 0, 1),
                    (0, 2, NULL, NULL, 'QUARANTINED', 'NOT_AVRO', 0, 'dossier.events', 0, 2);
                INSERT INTO lienthong.receipt_counts VALUES ('APPLIED', 'APPLIED', 2), ('QUARANTINED', 'NOT_AVRO', 1);
                """);
        DATABASE.database().migrate();
    }

    @Test
    void anomaliesMoveToTheirTable() {
        assertThat(DATABASE.strings("SELECT * FROM lienthong.anomalies ORDER BY dossier_code, position"))
                .containsExactly("known|0|EVENT_AFTER_END|e-1|null|", "known|1|UNEXPECTED_TRANSITION|e-2|null|");
    }

    @Test
    void permitsOfUnknownDossiersWait() {
        assertThat(DATABASE.strings("SELECT dossier_code, permit_number FROM lienthong.waiting_permits"))
                .containsExactly("waiting|GP-2");
    }

    @Test
    void receiptsAreCountedAnewPerAgency() {
        assertThat(DATABASE.strings("SELECT agency_id, outcome, code, count FROM lienthong.receipt_counts ORDER BY 1"))
                .containsExactly("|QUARANTINED|NOT_AVRO|1", "H36.25|APPLIED|APPLIED|2");
    }

    private static void dossier(String code, String status, String anomalies) {
        DATABASE.execute("""
                INSERT INTO lienthong.dossiers (code, aliases, status, filed_on, first_event_at, electronic_result,
                    supplement_requests, waited_micros, fees_requested, fees_paid, paid_online, papers,
                    papers_digitised, papers_reused, steps, anomalies, event_count, last_event_at, last_sequence,
                    last_event_id)
                VALUES ('%s', '{}', %s, '2025-07-01', now(), false, 0, 0, 0, 0, false, 0, 0, 0, 0, '%s', 1, now(), 0, 'e')
                """.formatted(code, status, anomalies));
    }
}
