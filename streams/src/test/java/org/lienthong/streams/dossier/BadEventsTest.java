package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.dossier;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.submitted;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.topic.Topics;

/** What is wrong with an event is said with a code, the event is kept whole, and the next one goes through. */
class BadEventsTest {

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
    void whatCannotBeReadIsKeptWholeWithItsOriginAndAReceipt() {
        byte[] json = "{\"MaHoSo\":1}".getBytes(UTF_8);
        merge.sendRaw(CODE, json);
        merge.sendRaw(CODE, new byte[] {0, 0, 0, 9, 9, 1});
        merge.sendRaw(CODE, null);
        merge.sendRaw(CODE, merge.bytes(Topics.PERMIT_EVENTS, Events.permitIssued(CODE, 1, "1")));

        List<QuarantinedRecord> kept = merge.quarantine();
        assertThat(kept)
                .extracting(QuarantinedRecord::getReason)
                .containsExactly("NOT_AVRO", "UNKNOWN_SCHEMA", "EMPTY_VALUE", "INCOMPATIBLE_SCHEMA");
        assertThat(kept.get(0).getValue().array()).isEqualTo(json);
        assertThat(kept).extracting(k -> k.getOrigin().getOffset()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(merge.outcomes()).hasSize(4).containsOnly(Outcome.QUARANTINED);
        assertThat(merge.records()).isEmpty();
    }

    @Test
    void aCodeThatIsNoneAndAKeyOfAnotherDossierAreSetAside() {
        DossierEvent good = dossier(CODE, 0, submitted("25000"));
        merge.send(dossier("ho-so-1", 0, submitted("25000")));
        merge.sendRaw("another key", merge.bytes(Topics.DOSSIER_EVENTS, good));
        merge.send(good);

        assertThat(merge.codes()).containsExactly("BAD_DOSSIER_CODE", "KEY_MISMATCH", "APPLIED");
        assertThat(merge.quarantine()).last().satisfies(kept -> {
            assertThat(kept.getEventId()).isEqualTo(good.getHeader().getEventId());
            assertThat(kept.getDossierCode()).isEqualTo(CODE);
            assertThat(kept.getAgencyId()).isEqualTo("H36.25");
            assertThat(kept.getSourceSystem()).isEqualTo("one-stop");
        });
    }

    @Test
    void anEventOfTheFutureWaitsInQuarantineAndOneWithinTheToleranceDoesNot() {
        merge.send(at(MergeDriver.RECEIVED_AT.plusSeconds(3_601)));
        merge.send(at(MergeDriver.RECEIVED_AT.plusSeconds(3_600)));

        assertThat(merge.codes()).containsExactly("OCCURRED_IN_FUTURE", "APPLIED");
    }

    @Test
    void anEventOf1970IsAClockThatWasNeverSet() {
        merge.send(at(Instant.EPOCH));
        merge.send(at(Instant.parse("2000-01-01T00:00:00Z")));

        assertThat(merge.codes()).containsExactly("OCCURRED_TOO_EARLY", "APPLIED");
    }

    @Test
    void aPayloadThatDoesNotFitItsHeaderIsSetAside() {
        DossierEvent event = dossier(CODE, 0, submitted("25000"));
        merge.send(event, new RecordHeaders().add("ce_type", bytes("org.lienthong.schemas.dossier.DossierResolved")));
        merge.send(event, new RecordHeaders().add("ce_id", bytes("another")));
        merge.send(
                event,
                new RecordHeaders()
                        .add("ce_id", bytes(event.getHeader().getEventId()))
                        .add("ce_type", bytes(DossierSubmitted.getClassSchema().getFullName())));

        assertThat(merge.codes()).containsExactly("HEADER_MISMATCH", "HEADER_MISMATCH", "APPLIED");
    }

    @Test
    void aHeaderWithoutAgencyOrWithAnIdThatIsNoneIsSetAside() {
        merge.send(withHeader(new EventHeader("e", "one-stop", " ", Events.day(0), 0L)));
        merge.send(withHeader(new EventHeader("", "one-stop", "H36.25", Events.day(0), 0L)));
        merge.send(withHeader(new EventHeader("mã-1", "one-stop", "H36.25", Events.day(0), 0L)));
        merge.send(withHeader(new EventHeader("e".repeat(201), "one-stop", "H36.25", Events.day(0), 0L)));

        assertThat(merge.codes()).hasSize(4).containsOnly("INCOMPLETE_HEADER");
    }

    @Test
    void amountsBelowZeroAndScoresOutOfRangeAreSetAside() {
        merge.send(dossier(CODE, 0, new PaymentRequested(new BigDecimal("-1.00"), null)));
        merge.send(dossier(CODE, 1, new DossierRated(6)));

        assertThat(merge.codes()).hasSize(2).containsOnly("VALUE_OUT_OF_RANGE");
    }

    @Test
    void aNoteOfAMegabyteCostsTheStateNothing() {
        String megabyte = "Ghi chú ".repeat(1 << 17);
        merge.send(dossier(CODE, 0, new DossierProgressed("Thẩm định", null, null, megabyte)));

        assertThat(merge.codes()).containsExactly("APPLIED");
        assertThat(merge.bytes(Topics.DOSSIER_RECORDS, merge.records().get(CODE)))
                .hasSizeLessThan(500);
        assertThat(merge.historyBytes()).isLessThan(500);
    }

    @Test
    void aTextOfAMegabyteThatTheRecordWouldShowIsSetAsideWhole() {
        DossierSubmitted submitted = DossierSubmitted.newBuilder(submitted("25000"))
                .setSummary("x".repeat(1 << 20))
                .build();
        merge.send(dossier(CODE, 0, submitted));

        assertThat(merge.codes()).containsExactly("TEXT_TOO_LONG");
        assertThat(merge.quarantine().get(0).getValue().remaining()).isGreaterThan(1 << 20);
    }

    @Test
    void ofTenThousandEventsOnOneDossierAThousandAreAppliedAndTheRestKeptWithAReason() {
        for (int i = 0; i < 10_000; i++) {
            EventHeader header =
                    new EventHeader("e" + i, "one-stop", "H36.25", Events.day(0).plusSeconds(i), 0L);
            merge.send(new DossierEvent(header, CODE, null, progressed("step"), Map.of()));
        }

        List<String> codes = merge.codes();
        assertThat(codes.subList(0, 1_000)).containsOnly("APPLIED");
        assertThat(codes.subList(1_000, 10_000)).containsOnly("HISTORY_LIMIT");
        assertThat(merge.records().get(CODE).getEventCount()).isEqualTo(1_000);
        assertThat(merge.quarantine()).hasSize(9_000);
    }

    @Test
    void namesInDecomposedUnicodeAreTheSameNames() {
        String name = "Nguyễn Thị Hòa";
        merge.send(dossier(CODE, 0, submittedBy(Normalizer.normalize(name, Normalizer.Form.NFD))));
        merge.send(dossier(CODE, 0, submittedBy(name)));

        assertThat(merge.outcomes()).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE);
        assertThat(merge.records().get(CODE).getApplicant().getName()).isEqualTo(name);
    }

    @Test
    void noPersonalDataIsInAReceiptOrInTheReasonOfAQuarantine() {
        DossierSubmitted submitted = submittedBy("Trần Văn Bí Mật");
        DossierEvent event = dossier(CODE, 0, submitted);
        merge.send(event);
        merge.sendRaw("another key", merge.bytes(Topics.DOSSIER_EVENTS, event));

        assertThat(merge.receipts()).hasSize(2).noneMatch(r -> r.toString().contains("Bí Mật"));
        assertThat(merge.quarantine()).allMatch(q -> !q.getDetail().contains("Bí Mật"));
    }

    private static DossierSubmitted submittedBy(String name) {
        DossierSubmitted submitted = submitted("25000");
        submitted.getApplicant().setName(name);
        return submitted;
    }

    private static DossierEvent at(Instant time) {
        return withHeader(new EventHeader("at " + time, "one-stop", "H36.25", time, 0L));
    }

    private static DossierEvent withHeader(EventHeader header) {
        return new DossierEvent(header, CODE, null, progressed("step"), Map.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
