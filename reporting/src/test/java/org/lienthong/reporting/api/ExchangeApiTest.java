package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.exchange.ReceiptMessages;

/** What the API says of the merge: anomalies, claims, receipts, quality, the ledger. */
class ExchangeApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final String CODE = "H36.25-250701-0001";
    private static final String REFUSED = "H36.25-250701-0009";
    private static ReportServer server;

    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        rows.agency(Samples.agency());
        DossierRecord waiting = Samples.dossier("H36.25-250701-0002", 1);
        waiting.setStatus(null);
        waiting.setAnomalies(List.of());
        waiting.setClaims(List.of());
        rows.dossiers(List.of(Samples.dossier(CODE, 3), waiting));
        rows.receipts(List.of(
                Samples.receipt(CODE, Outcome.APPLIED, 0),
                quarantined(Samples.receipt(REFUSED, Outcome.QUARANTINED, 1), "KEY_MISMATCH"),
                Samples.receipt(CODE, Outcome.DUPLICATE, 0),
                redriven(Samples.receipt(CODE, Outcome.LATE, 7)),
                unread(Samples.receipt("", Outcome.QUARANTINED, 8))));
        rows.ledger(Samples.ledger(0, 8));
        rows.ledger(Samples.ledger(1, 5));
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aDossierShowsItsAnomaliesWithAnExplanation() throws Exception {
        JsonNode dossier = client().json("v1/dossiers/" + CODE, 200);

        assertThat(dossier.at("/anomalies")).hasSize(2);
        assertThat(dossier.at("/anomalies/0/code").asText()).isEqualTo("UNEXPECTED_TRANSITION");
        assertThat(dossier.at("/anomalies/0/eventId").asText()).isEqualTo("e-\"1\"");
        assertThat(dossier.at("/anomalies/0/agency").toString())
                .isEqualTo("{\"code\":\"H36.25\",\"name\":\"UBND xã Di Linh\"}");
        assertThat(dossier.at("/anomalies/0/detail").asText()).isEqualTo("RESOLVED → IN_PROGRESS");
        assertThat(dossier.at("/anomalies/0/explanation/vi").asText()).startsWith("Trạng thái mới");
        assertThat(dossier.at("/anomalies/0/explanation/en").asText()).startsWith("The new status");
        assertThat(dossier.at("/anomalies/1/agency").isNull()).isTrue();
        assertThat(dossier.at("/moreAnomalies").asInt()).isEqualTo(2);
    }

    @Test
    void claimsStandBesideTheOwnersValue() throws Exception {
        JsonNode claims = client().json("v1/dossiers/" + CODE, 200).at("/claims");

        assertThat(claims.findValuesAsText("field")).containsExactly("applicant", "dueAt", "permits/GP-3/validUntil");
        assertThat(claims.at("/1").toString())
                .isEqualTo("{\"field\":\"dueAt\",\"value\":\"2025-07-30T10:00:00Z\","
                        + "\"agency\":{\"code\":\"H36.10\",\"name\":null},\"system\":\"construction\","
                        + "\"eventId\":\"c-dueAt\",\"at\":\"2025-07-01T01:30:00Z\",\"conflict\":true}");
        assertThat(claims.at("/2/conflict").asBoolean(true)).isFalse();
    }

    @Test
    void whatAClaimSaysOfAPersonIsNotShown() throws Exception {
        JsonNode dossier = client().json("v1/dossiers/" + CODE, 200);

        assertThat(dossier.at("/claims/0/value").isNull()).isTrue();
        assertThat(dossier.toString()).doesNotContain("Bình");
    }

    @Test
    void aPermitShowsHowItStandsToday() throws Exception {
        JsonNode dossier = client().json("v1/dossiers/" + CODE, 200);

        assertThat(dossier.at("/issuingAgency/code").asText()).isEqualTo("H36.10");
        assertThat(dossier.at("/times/suspendedSince").isNull()).isTrue();
        assertThat(dossier.at("/permits/0/status").asText()).isEqualTo("SUSPENDED");
        assertThat(dossier.at("/permits/0/statusToday").asText()).isEqualTo("ISSUED");
        assertThat(dossier.at("/permits/0/issuedBy/name").asText()).isEqualTo("UBND xã Di Linh");
        assertThat(dossier.at("/permits/0/suspendedUntil").asText()).isEqualTo("2025-09-30");
    }

    @Test
    void theReceiptsOfADossierComeInOrderOfArrival() throws Exception {
        JsonNode answer = client().json("v1/dossiers/alias-" + CODE + "/receipts", 200);

        assertThat(answer.at("/code").asText()).isEqualTo(CODE);
        assertThat(answer.at("/receipts").findValuesAsText("outcome")).containsExactly("APPLIED", "DUPLICATE", "LATE");
        JsonNode last = answer.at("/receipts/2");
        assertThat(last.at("/message/vi").asText())
                .isEqualTo(ReceiptMessages.of("LATE").vi());
        assertThat(last.at("/message/en").asText())
                .isEqualTo(ReceiptMessages.of("LATE").en());
        assertThat(last.at("/recordVersion").asInt()).isOne();
        assertThat(last.at("/system").asText()).isEqualTo("one-stop");
        assertThat(last.at("/agency/name").asText()).isEqualTo("UBND xã Di Linh");
        assertThat(last.at("/origin").toString())
                .isEqualTo("{\"topic\":\"dossier.events\",\"partition\":0,\"offset\":7}");
        assertThat(last.at("/redriveOf/offset").asLong()).isEqualTo(4);
        assertThat(answer.at("/receipts/0/redriveOf").isNull()).isTrue();
        assertThat(answer.at("/receipts/0/receivedAt").asText())
                .isLessThan(last.at("/receivedAt").asText());
    }

    @Test
    void aDossierOfWhichEverythingWasRefusedHasReceipts() throws Exception {
        assertThat(client().json("v1/dossiers/" + REFUSED + "/receipts", 200)
                        .at("/receipts/0/code")
                        .asText())
                .isEqualTo("KEY_MISMATCH");
        assertThat(client().json("v1/dossiers/H36.25-250701-0002/receipts", 200).at("/receipts"))
                .isEmpty();
    }

    @Test
    void anEventIsFoundByItsId() throws Exception {
        for (String path : List.of("v1/receipts/e-0", "v1/receipts?eventId=%20e-0")) {
            JsonNode answer = client().json(path, 200);
            assertThat(answer.at("/eventId").asText()).isEqualTo("e-0");
            assertThat(answer.at("/receipts").findValuesAsText("outcome")).containsExactly("APPLIED", "DUPLICATE");
            assertThat(answer.at("/receipts/0/dossier").asText()).isEqualTo(CODE);
        }
    }

    @Test
    void qualityIsCountedPerAgency() throws Exception {
        JsonNode all = client().json("v1/quality", 200).at("/agencies");

        assertThat(all).hasSize(3);
        assertThat(all.at("/0").toString())
                .isEqualTo(
                        "{\"agency\":{\"code\":\"H36.10\",\"name\":null},\"lastReceivedAt\":null,\"anomalies\":{},\"conflicts\":2,"
                                + "\"receipts\":{},\"quarantined\":{}}");
        String newest = DATABASE.strings("SELECT to_char(max(received_at) AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM lienthong.receipts WHERE agency_id = 'H36.25'")
                .get(0);
        assertThat(all.at("/1").toString())
                .isEqualTo("{\"agency\":{\"code\":\"H36.25\",\"name\":\"UBND xã Di Linh\"},"
                        + "\"lastReceivedAt\":\"" + newest + "\","
                        + "\"anomalies\":{\"UNEXPECTED_TRANSITION\":1},\"conflicts\":0,"
                        + "\"receipts\":{\"APPLIED\":1,\"DUPLICATE\":1,\"LATE\":1,\"QUARANTINED\":1},"
                        + "\"quarantined\":{\"KEY_MISMATCH\":1}}");
        assertThat(all.at("/2").toString())
                .isEqualTo(
                        "{\"agency\":null,\"lastReceivedAt\":null,\"anomalies\":{\"PLACEHOLDER_IDENTITY\":1},\"conflicts\":0,"
                                + "\"receipts\":{\"QUARANTINED\":1},\"quarantined\":{\"CORRUPT_BODY\":1}}");
        assertThat(client().json("v1/quality?agency=H36.25", 200).at("/agencies/0"))
                .isEqualTo(all.at("/1"));
    }

    @Test
    void theLedgerShowsWhetherAnythingWasLost() throws Exception {
        JsonNode ledger = client().json("v1/ledger", 200);

        assertThat(ledger.at("/balanced").asBoolean()).isTrue();
        assertThat(ledger.at("/partitions/0").toString())
                .isEqualTo("{\"topic\":\"dossier.events\",\"partition\":0,\"read\":8,\"applied\":5,\"duplicate\":2,"
                        + "\"late\":0,\"superseded\":0,\"conflict\":0,\"quarantined\":1,\"redriven\":0,"
                        + "\"firstOffset\":0,\"lastOffset\":7,\"balance\":0}");

        LedgerEntry lost = Samples.ledger(2, 9);
        lost.setApplied(5L);
        new SinkRows(DATABASE.database().dataSource()).ledger(lost);
        try {
            JsonNode unbalanced = client().json("v1/ledger", 200);
            assertThat(unbalanced.at("/balanced").asBoolean(true)).isFalse();
            assertThat(unbalanced.at("/partitions/2/balance").asLong()).isOne();
        } finally {
            DATABASE.execute("DELETE FROM lienthong.ledger WHERE partition = 2");
        }
    }

    @Test
    void permitsWaitForTheirDossier() throws Exception {
        JsonNode waiting = client().json("v1/permits/waiting?limit=1", 200);

        assertThat(waiting.at("/total").asLong()).isOne();
        assertThat(waiting.at("/permits/0").toString())
                .isEqualTo("{\"dossier\":\"H36.25-250701-0002\",\"number\":\"GP-1\",\"kind\":null,"
                        + "\"issuedBy\":{\"code\":\"H36.25\",\"name\":\"UBND xã Di Linh\"},\"status\":\"SUSPENDED\","
                        + "\"issuedAt\":null,\"validUntil\":\"2200-12-31\","
                        + "\"waitingSince\":\"2025-06-30T18:00:00.000001Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "v1/dossiers/NO-SUCH-CODE/receipts, 404, DOSSIER_NOT_FOUND",
        "v1/dossiers/NO-SUCH-CODE/receipts?limit=3, 400, UNKNOWN_PARAMETER",
        "v1/receipts/no-such-event, 404, RECEIPT_NOT_FOUND",
        "v1/receipts, 400, BAD_PARAMETER",
        "v1/receipts?eventId=x';DROP TABLE lienthong.receipts;--, 404, RECEIPT_NOT_FOUND",
        "v1/quality?agency=H99, 404, AGENCY_NOT_FOUND",
        "v1/quality?agency=, 400, BAD_PARAMETER",
        "v1/quality?unit=68, 400, UNKNOWN_PARAMETER",
        "v1/ledger?topic=x, 400, UNKNOWN_PARAMETER",
        "v1/permits/waiting?limit=0, 400, BAD_PARAMETER",
        "v1/permits/waiting?limit=1001, 400, BAD_PARAMETER",
        "v1/permits/waiting?limit=many, 400, BAD_PARAMETER",
    })
    void badInputIsAProblemInBothLanguages(String path, int status, String code) throws Exception {
        JsonNode problem = client().json(path.replace(" ", "%20"), status);

        assertThat(problem.at("/code").asText()).isEqualTo(code);
        assertThat(problem.at("/detail").asText()).isNotBlank();
        assertThat(problem.at("/en/detail").asText()).isNotBlank();
    }

    private static Receipt quarantined(Receipt receipt, String code) {
        receipt.setCode(code);
        receipt.setRecordVersion(0);
        return receipt;
    }

    private static Receipt redriven(Receipt receipt) {
        receipt.setRedriveOf(new Origin("dossier.events", 0, 4L));
        return receipt;
    }

    private static Receipt unread(Receipt receipt) {
        receipt.setEventId(null);
        receipt.setDossierCode(null);
        receipt.setSourceSystem(null);
        receipt.setAgencyId(null);
        return quarantined(receipt, "CORRUPT_BODY");
    }

    private static Client client() {
        return new Client(server.url());
    }
}
