package org.lienthong.reporting.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lienthong.reporting.testing.Samples.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Publisher;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.SinkTopicsOfTests;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

class ReportSinkTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Tests share the topics: each starts where the one before left them. */
    private static final LocalSchemaRegistry REGISTRY = new LocalSchemaRegistry();

    private @Nullable ReportSink sink;
    private @Nullable Publisher publisher;

    @BeforeEach
    void setUp() {
        SinkTopicsOfTests.create(BROKER);
        publisher = new Publisher(BROKER.kafka(), REGISTRY);
    }

    @AfterEach
    void tearDown() {
        if (sink != null) {
            sink.close();
        }
        publisher().close();
    }

    @Test
    void everyTopicEndsInItsTable() {
        UnitStatistics figures =
                Samples.statistics("25000", Samples.REFORM, Sector.HEALTH, "2025-07", UnitLevel.COMMUNE, 100);
        Unit unit = Samples.unit("25000", Samples.REFORM, null, UnitLevel.COMMUNE, "Di Linh", "68");
        DeadlineAlert alert = Samples.alert(
                "T1-250701-0001", DeadlineAlertKind.OVERDUE, "25000", Instant.parse("2025-07-20T10:00:00Z"));
        publisher().inTransaction(() -> {
            publisher().send(Topics.REF_UNITS, "25000@2025-07-01", unit);
            publisher().send(Topics.REF_PROCEDURES, "1.005129", Samples.procedure());
            publisher().send(Topics.REF_AGENCIES, "H36.25", Samples.agency());
            publisher().send(Topics.AGENCY_READINESS, "H36.25", Samples.readiness("H36.25"));
            publisher().send(Topics.DOSSIER_RECORDS, "T1-250701-0001", dossier("T1-250701-0001", 3));
            publisher().send(Topics.UNIT_STATISTICS, Samples.key(figures), figures);
            publisher().send(Topics.DEADLINE_ALERTS, "T1-250701-0001", alert);
            publisher().send(Topics.RECEIPTS, "T1-250701-0001", Samples.receipt("T1", Outcome.APPLIED, 5));
            publisher().send(Topics.LEDGER, "dossier.events-0", Samples.ledger(0, 8));
            publisher().send(Topics.QUARANTINE, "dossier.events-0-6", Samples.quarantined("CORRUPT_BODY", 6));
        });

        start(DATABASE.database().dataSource());
        awaitDrained();

        assertThat(DATABASE.strings("SELECT code, valid_from, valid_to, level, name, parent_code FROM lienthong.units"))
                .containsExactly("25000|2025-07-01|null|COMMUNE|Di Linh|68");
        assertThat(DATABASE.strings("SELECT * FROM lienthong.procedures"))
                .containsExactly("1.005129|Cấp giấy phép xây dựng nhà ở riêng lẻ|CONSTRUCTION|COMMUNE|120|t|t|null");
        assertThat(DATABASE.strings("SELECT * FROM lienthong.agencies"))
                .containsExactly("H36.25|UBND xã Di Linh|null|25000|COMMUNE|2025-07-01|null");
        assertThat(DATABASE.strings(
                        "SELECT agency_id, bandwidth_mbps, security_measures, staff FROM lienthong.agency_readiness"
                                + " WHERE agency_id = 'H36.25'"))
                .containsExactly("H36.25|62.5|{FIREWALL,BACKUP}|null");
        assertThat(DATABASE.strings(
                        "SELECT aliases, status, filed_on, fees_requested, fees_paid, more_anomalies, last_step,"
                                + " extract(epoch FROM submitted_at), waited_micros FROM lienthong.dossiers"
                                + " WHERE code = 'T1-250701-0001'"))
                .containsExactly("{alias-T1-250701-0001,cũ/T1-250701-0001}|IN_PROGRESS|2025-07-01|150000.50|0.00|"
                        + "2|Thẩm định|1751306400.000001|123456789");
        assertThat(DATABASE.strings("SELECT applicant_name, applicant_type, phone, email, summary"
                        + " FROM lienthong_private.dossier_details WHERE dossier_code = 'T1-250701-0001'"))
                .containsExactly("Nguyễn Thị Hòa|CITIZEN|0900000000|null|Xin phép xây nhà");
        assertThat(DATABASE.strings(
                        "SELECT permit_number, valid_until FROM lienthong.permits WHERE dossier_code LIKE 'T1%'"))
                .containsExactly("GP-3|2200-12-31");
        assertThat(DATABASE.strings("SELECT topic, partition, read, applied, balance FROM lienthong.ledger"))
                .containsExactly("dossier.events|0|8|5|0");
        assertThat(DATABASE.strings("SELECT unit_code, unit_valid_from, sector, month, level, received, anomalous"
                        + " FROM lienthong.unit_statistics WHERE unit_code = '25000'"))
                .containsExactly("25000|2025-07-01|HEALTH|2025-07-01|COMMUNE|100|1");
        assertThat(DATABASE.strings("SELECT dossier_code, kind, unit_code, agency_id, extract(epoch FROM due_at),"
                        + " raised_at = due_at, record_version FROM lienthong.deadline_alerts"))
                .containsExactly("T1-250701-0001|OVERDUE|25000|H36.25|1753005600.000000|t|3");
        assertThat(DATABASE.strings("SELECT reason, encode(key, 'hex'), encode(value, 'hex'), headers"
                        + " FROM lienthong.quarantine JOIN lienthong_private.quarantine_payloads"
                        + " USING (origin_topic, origin_partition, origin_offset)"
                        + " WHERE origin_topic = 'dossier.events'"))
                .containsExactly("CORRUPT_BODY|010002|090008|{\"ce_id\": \"Bw==\"}");
    }

    @Test
    void theLastValueOfAKeyWinsAndATombstoneDeletes() {
        UnitStatistics figures =
                Samples.statistics("99999", Samples.BEFORE, Sector.HEALTH, "2025-01", UnitLevel.COMMUNE, 7);
        publisher().inTransaction(() -> {
            publisher().send(Topics.DOSSIER_RECORDS, "T2-a", dossier("T2-a", 1));
            publisher().send(Topics.DOSSIER_RECORDS, "T2-b", dossier("T2-b", 1));
            publisher().send(Topics.DOSSIER_RECORDS, "T2-a", dossier("T2-a", 2));
            publisher().send(Topics.UNIT_STATISTICS, Samples.key(figures), figures);
        });
        start(DATABASE.database().dataSource());
        awaitDrained();
        assertThat(DATABASE.strings(
                        "SELECT code, event_count FROM lienthong.dossiers WHERE code LIKE 'T2%' ORDER BY 1"))
                .containsExactly("T2-a|2", "T2-b|1");

        publisher().inTransaction(() -> {
            publisher().send(Topics.DOSSIER_RECORDS, "T2-a", null);
            publisher().send(Topics.DOSSIER_RECORDS, "T2-b", dossier("T2-b", 5));
            publisher().send(Topics.UNIT_STATISTICS, Samples.key(figures), null);
        });
        awaitDrained();

        assertThat(DATABASE.strings("SELECT code, event_count FROM lienthong.dossiers WHERE code LIKE 'T2%'"))
                .containsExactly("T2-b|5");
        assertThat(DATABASE.strings(
                        "SELECT dossier_code, permit_number FROM lienthong.permits" + " WHERE dossier_code LIKE 'T2%'"))
                .containsExactly("T2-b|GP-5");
        assertThat(DATABASE.number(
                        "SELECT count(*) FROM lienthong_private.dossier_details WHERE dossier_code = 'T2-a'"))
                .isZero();
        assertThat(DATABASE.number("SELECT count(*) FROM lienthong.unit_statistics WHERE unit_code = '99999'"))
                .isZero();
    }

    @Test
    void personalDataThatIsGoneFromTheRecordIsGoneFromTheDatabase() {
        publisher().inTransaction(() -> publisher().send(Topics.DOSSIER_RECORDS, "T3", dossier("T3", 1)));
        start(DATABASE.database().dataSource());
        awaitDrained();

        publisher().inTransaction(() -> {
            var erased = dossier("T3", 2);
            erased.setApplicant(null);
            erased.setSummary(null);
            publisher().send(Topics.DOSSIER_RECORDS, "T3", erased);
        });
        awaitDrained();

        assertThat(DATABASE.number("SELECT count(*) FROM lienthong_private.dossier_details WHERE dossier_code = 'T3'"))
                .isZero();
    }

    @Test
    void anAbortedTransactionIsNeverSeen() {
        publisher().aborted(() -> publisher().send(Topics.DOSSIER_RECORDS, "T4-no", dossier("T4-no", 1)));
        publisher().inTransaction(() -> publisher().send(Topics.DOSSIER_RECORDS, "T4-yes", dossier("T4-yes", 1)));

        start(DATABASE.database().dataSource());
        awaitDrained();

        assertThat(DATABASE.strings("SELECT code FROM lienthong.dossiers WHERE code LIKE 'T4%'"))
                .containsExactly("T4-yes");
    }

    @Test
    void aRestartReadsOnAndCountsNothingTwice() {
        start(DATABASE.database().dataSource());
        sendReceipts("T5", 0, 500);
        awaitDrained();
        stop();
        sendReceipts("T5", 500, 700);

        start(DATABASE.database().dataSource());
        awaitDrained();

        assertThat(receipts("T5")).isEqualTo(700);
        assertCountsAgree();
    }

    @Test
    void connectionsThatDieInMidTransactionLoseAndDoubleNothing() {
        FailingDatabase failing = new FailingDatabase(DATABASE.database().dataSource());
        start(failing.dataSource());
        for (int batch = 0; batch < 4; batch++) {
            int failures = batch + 1;
            failing.failAtNextCommitOfRows();
            sendReceipts("T6", batch * 50, (batch + 1) * 50);
            await().atMost(PATIENCE).until(() -> failing.failures() == failures);
            awaitDrained();
        }

        assertThat(receipts("T6")).isEqualTo(200);
        assertCountsAgree();
    }

    @Test
    void twoSinksOnTheSameTablesDoubleNothing() {
        start(DATABASE.database().dataSource());
        try (ReportSink second =
                new ReportSink(BROKER.kafka(), REGISTRY, DATABASE.database().dataSource())) {
            second.start();
            await().atMost(PATIENCE).until(second::isReady);
            IntStream.range(0, 20).forEach(i -> sendReceipts("T7", i * 20, (i + 1) * 20));
            await().atMost(PATIENCE).until(() -> receipts("T7") == 400);

            assertThat(second.failure()).isEmpty();
            assertThat(sink().failure()).isEmpty();
        }
        assertCountsAgree();
    }

    @Test
    void textThatPostgresCannotHoldIsMadeVisible() {
        publisher().inTransaction(() -> {
            var strange = dossier("T8", 1);
            strange.setLastStep("a\u0000b");
            strange.setFirstEventAt(Instant.parse("-100000-01-01T00:00:00Z"));
            publisher().send(Topics.DOSSIER_RECORDS, "T8", strange);
        });
        start(DATABASE.database().dataSource());
        awaitDrained();

        assertThat(DATABASE.strings("SELECT last_step, first_event_at FROM lienthong.dossiers WHERE code = 'T8'"))
                .containsExactly("a\ufffdb|-infinity");
    }

    @Test
    void whatAnAgencyWritesUnreadablyIsQuarantinedWithItsBytes() {
        start(DATABASE.database().dataSource());
        long offset = publisher().sendBytesAndAwait(Topics.AGENCY_READINESS, "H36.99", new byte[] {'{', '}'});
        publisher()
                .inTransaction(() -> publisher().send(Topics.AGENCY_READINESS, "H36.98", Samples.readiness("H36.98")));
        awaitDrained();

        assertThat(DATABASE.strings("SELECT reason, convert_from(value, 'UTF8') FROM lienthong.quarantine"
                        + " JOIN lienthong_private.quarantine_payloads"
                        + " USING (origin_topic, origin_partition, origin_offset)"
                        + " WHERE origin_topic = 'agency.readiness' AND origin_offset = " + offset))
                .containsExactly("NOT_AVRO|{}");
        assertThat(DATABASE.number("SELECT count(*) FROM lienthong.agency_readiness WHERE agency_id = 'H36.98'"))
                .isOne();
    }

    private void start(DataSource database) {
        sink = new ReportSink(BROKER.kafka(), REGISTRY, database);
        sink.start();
    }

    private void stop() {
        sink().close();
        assertThat(sink().failure()).isEmpty();
        assertThat(sink().isReady()).isFalse();
    }

    private void awaitDrained() {
        await().atMost(PATIENCE).until(() -> {
            sink().failure().ifPresent(failure -> {
                throw new AssertionError("sink failed", failure);
            });
            return sink().lag()
                    .map(lag -> lag.values().stream().allMatch(open -> open == 0))
                    .orElse(false);
        });
    }

    private void sendReceipts(String dossier, int from, int to) {
        publisher()
                .inTransaction(() -> IntStream.range(from, to)
                        .forEach(i -> publisher()
                                .send(Topics.RECEIPTS, dossier, Samples.receipt(dossier, Outcome.DUPLICATE, i))));
    }

    private static long receipts(String dossier) {
        return DATABASE.number("SELECT count(*) FROM lienthong.receipts WHERE dossier_code = '" + dossier + "'");
    }

    private static void assertCountsAgree() {
        List<String> counted =
                DATABASE.strings("SELECT outcome, code, count(*) FROM lienthong.receipts GROUP BY 1, 2 ORDER BY 1, 2");
        assertThat(DATABASE.strings(
                        "SELECT outcome, code, sum(count) FROM lienthong.receipt_counts GROUP BY 1, 2 ORDER BY 1, 2"))
                .isEqualTo(counted);
    }

    private ReportSink sink() {
        return java.util.Objects.requireNonNull(sink);
    }

    private Publisher publisher() {
        return java.util.Objects.requireNonNull(publisher);
    }
}
