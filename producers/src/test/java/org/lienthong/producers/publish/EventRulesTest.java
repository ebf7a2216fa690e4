package org.lienthong.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

class EventRulesTest {

    @Test
    void soundEventsPass() {
        assertThat(EventRules.problem(Events.progressed())).isEmpty();
        assertThat(EventRules.problem(Events.dossier(Events.submitted("Nguyễn Thị Hòa"))))
                .isEmpty();
        assertThat(EventRules.problem(Events.permit())).isEmpty();
        assertThat(EventRules.problem(Events.readiness())).isEmpty();
        assertThat(EventRules.problem(Events.dossier(new PaymentRequested(new BigDecimal("150000"), null))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H36.25-250701-0001", "000.00.01.H36-20250701-1234567", "NL.W01-111011-10011"})
    void canonicalCodes(String code) {
        assertThat(EventRules.isDossierCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H36.25-250701-001",
                "h36.25-250701-0001",
                "H36.25/250701/0001",
                "H36.25-2507011-0001",
                "case-1"
            })
    void otherCodesAreRefused(String code) {
        DossierEvent event = Events.progressed();
        event.setDossierCode(code);
        ProblemCode expected = code.isEmpty() ? ProblemCode.FIELD_MISSING : ProblemCode.DOSSIER_CODE_INVALID;
        assertProblem(event, expected);

        PermitEvent permit = Events.permit();
        permit.setDossierCode(code);
        assertThat(EventRules.problem(permit)).map(Problem::code).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H36.", ".H36", "h36", "H36 25", "H36.0123456789.0123456789.0123456789.01"})
    void otherAgencyIdsAreRefused(String id) {
        DossierEvent event = Events.progressed();
        event.getHeader().setAgencyId(id);
        assertProblem(event, ProblemCode.AGENCY_ID_INVALID);
        assertProblem(
                Events.dossier(DossierForwarded.newBuilder().setToAgency(id).build()), ProblemCode.AGENCY_ID_INVALID);
    }

    @Test
    void aMissingFieldIsNamedWithItsPlace() {
        DossierEvent noId = Events.progressed();
        noId.getHeader().setEventId(" ");
        assertThat(EventRules.problem(noId))
                .map(p -> p.message(Locale.ENGLISH))
                .hasValueSatisfying(m -> assertThat(m).contains("“header.eventId”"));

        DossierEvent noStep = Events.dossier(new DossierProgressed());
        assertProblem(noStep, ProblemCode.FIELD_MISSING);
        DossierEvent noPayload = Events.progressed();
        noPayload.setPayload(null);
        assertProblem(noPayload, ProblemCode.FIELD_MISSING);
        DossierEvent noHeader = Events.progressed();
        noHeader.setHeader(null);
        assertProblem(noHeader, ProblemCode.FIELD_MISSING);
        assertProblem(Events.dossier(Events.submitted("")), ProblemCode.FIELD_MISSING);
    }

    @Test
    void aTimeInTheWrongUnitIsRefused() {
        DossierEvent event = Events.progressed();
        event.getHeader().setOccurredAt(Instant.ofEpochSecond(1_700_000_000_000L));
        assertProblem(event, ProblemCode.TIME_OUT_OF_RANGE);
        event.getHeader().setOccurredAt(Instant.parse("1899-12-31T23:59:59Z"));
        assertProblem(event, ProblemCode.TIME_OUT_OF_RANGE);
    }

    @Test
    void figuresMustMakeSense() {
        assertProblem(Events.dossier(new DossierRated(0)), ProblemCode.SCORE_OUT_OF_RANGE);
        assertProblem(Events.dossier(new DossierRated(6)), ProblemCode.SCORE_OUT_OF_RANGE);
        for (String amount : new String[] {"-1", "0.001", "10000000000000000"}) {
            assertProblem(
                    Events.dossier(new PaymentRequested(new BigDecimal(amount), null)), ProblemCode.AMOUNT_INVALID);
        }
        AgencyReadiness report = Events.readiness();
        report.setComputersBelowMinimum(13);
        assertThat(EventRules.problem(report)).map(Problem::code).contains(ProblemCode.READINESS_INVALID);
    }

    @Test
    void aMonthlyReportMustMakeSense() {
        assertThat(EventRules.problem(Events.report())).isEmpty();
        assertProblem(report -> report.setMonth("2025-13"), ProblemCode.REPORT_MONTH_INVALID);
        assertProblem(report -> report.setMonth("7/2025"), ProblemCode.REPORT_MONTH_INVALID);
        assertProblem(report -> report.setSynced(11L), ProblemCode.REPORT_INVALID);
        assertProblem(report -> report.setPortalReceived(-1L), ProblemCode.REPORT_INVALID);
        assertProblem(report -> report.setPetitions(-1L), ProblemCode.REPORT_INVALID);
        assertProblem(report -> report.setPetitionsSatisfied(1L), ProblemCode.REPORT_INVALID);
        assertProblem(report -> report.setCertifiedCopies(0L), ProblemCode.REPORT_INVALID);
    }

    private static void assertProblem(Consumer<ServiceReport> change, ProblemCode code) {
        ServiceReport report = Events.report();
        change.accept(report);
        assertThat(EventRules.problem(report)).map(Problem::code).contains(code);
    }

    private static void assertProblem(DossierEvent event, ProblemCode code) {
        assertThat(EventRules.problem(event)).map(Problem::code).contains(code);
    }
}
