package org.lienthong.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.accepted;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.resolved;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.life;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.streams.explain.Explanation.Answer;
import org.lienthong.streams.explain.Explanation.Change;
import org.lienthong.streams.explain.Explanation.Entry;
import org.lienthong.streams.explain.Explanation.Oddity;
import org.lienthong.streams.explain.Explanation.Statement;
import org.lienthong.streams.record.Anomalies;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.Folding;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.record.Rule;

class ExplainRulesTest {

    private static final String RECEIVER = "H36.25";
    private static final String DEPARTMENT = "H36.09";
    private static final String STRANGER = "H36.31";

    @Test
    void everyEventSaysWhoStatedWhatAndByWhichRuleItCounted() {
        Explanation told = explain(life().on(0, "G22", submitted("25000")).on(1, RECEIVER, accepted(10)));

        assertThat(told.entries())
                .extracting(Entry::eventId, Entry::kind, Entry::agencyId, Entry::sourceSystem, Entry::occurredAt)
                .containsExactly(
                        tuple("e0", "DossierSubmitted", "G22", "system of G22", day(0)),
                        tuple("e1", "DossierAccepted", RECEIVER, "system of " + RECEIVER, day(1)));
        assertThat(told.entries().get(0).changes())
                .contains(
                        change("status", null, "SUBMITTED", Rule.FIRST_SUBMISSION),
                        change("receivingAgency", null, RECEIVER, Rule.FIRST_SUBMISSION),
                        change("submittedAt", null, day(0), Rule.FIRST_SUBMISSION));
        assertThat(told.entries().get(1).changes())
                .containsExactly(
                        change("status", "SUBMITTED", "ACCEPTED", Rule.OWNER_STATES),
                        change("acceptedAt", null, day(1), Rule.OWNER_STATES),
                        change("dueAt", null, day(10), Rule.OWNER_STATES));
    }

    @Test
    void whatCameLateOrTwiceStandsWhereItHappened() {
        Folding life = life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, RECEIVER, progressed("appraisal"))
                .on(3, RECEIVER, resolved());
        List<Fact> delivered = new ArrayList<>(life.facts());
        delivered.addAll(life.facts());
        Collections.reverse(delivered);

        assertThat(explain(delivered)).isEqualTo(explain(life));
        assertThat(explain(life).entries()).hasSize(4);
    }

    @Test
    void aPresentValueIsToldWithAllThatItReplaced() {
        Answer due = answer(
                "dueAt",
                life().on(0, RECEIVER, submitted("25000"))
                        .on(1, RECEIVER, accepted(10))
                        .on(2, RECEIVER, new SupplementRequested((String) null))
                        .on(4, RECEIVER, new SupplementReceived(null, List.of()))
                        .on(5, RECEIVER, dueCorrected(20)));

        assertThat(due.present().shown()).isEqualTo(day(20));
        assertThat(due.settings())
                .extracting(
                        s -> s.by().eventId(),
                        s -> s.change().before().shown(),
                        s -> s.change().rules())
                .containsExactly(
                        tuple("e4", day(14), List.of(Rule.OWNER_STATES)),
                        tuple("e3", day(10), List.of(Rule.WAIT_MOVES_DUE)),
                        tuple("e1", null, List.of(Rule.OWNER_STATES)));
        assertThat(due.settings().get(0).by().anomalies())
                .containsExactly(new Oddity(Anomalies.DUE_MOVED_WITHOUT_SUPPLEMENT, day(14) + " → " + day(20)));
    }

    @Test
    void rulesThatFollowOneAnotherInOneEventAreAllTold() {
        Answer due = answer(
                "dueAt",
                life().on(0, RECEIVER, submitted("25000"))
                        .on(1, RECEIVER, accepted(10))
                        .on(2, RECEIVER, new DossierSuspended(null, null))
                        .on(4, RECEIVER, new DossierResumed(day(30))));

        assertThat(due.settings().get(0).change())
                .isEqualTo(change("dueAt", day(10), day(30), Rule.SUSPENSION_MOVES_DUE, Rule.OWNER_STATES));
    }

    @Test
    void aClaimIsToldWhereItWasMadeAndStandsBesideTheOwnersValue() {
        Explanation told = explain(life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, accepted(10))
                .on(2, STRANGER, new DossierRefused("R1", null)));
        Entry refusal = told.entries().get(2);
        Statement claim =
                new Statement("status", Value.of("REFUSED"), STRANGER, "system of " + STRANGER, "e2", day(2), true);

        assertThat(refusal.changes()).isEmpty();
        assertThat(refusal.claims()).containsExactly(claim);
        assertThat(refusal.conflict()).isEqualTo("NOT_THE_HOLDER");
        assertThat(answer("status", told).present().shown()).isEqualTo("ACCEPTED");
        assertThat(answer("status", told).claims()).containsExactly(claim);
    }

    @Test
    void aFieldThatIsOnlyClaimedHasNoValueAndNobodyWhoSetIt() {
        Answer due = answer("dueAt", life().on(0, RECEIVER, submitted("25000")).on(1, STRANGER, dueCorrected(5)));

        assertThat(due.present()).isEqualTo(Value.NONE);
        assertThat(due.settings()).isEmpty();
        assertThat(due.claims()).extracting(Statement::value).containsExactly(Value.of(day(5)));
    }

    @Test
    void forwardingSaysWhoHeldItBefore() {
        Answer holder = answer(
                "holderAgency",
                life().on(0, RECEIVER, submitted("25000"))
                        .on(1, RECEIVER, accepted(10))
                        .on(2, RECEIVER, new DossierForwarded(DEPARTMENT, null, null)));

        assertThat(holder.settings().get(0).change())
                .isEqualTo(change("holderAgency", RECEIVER, DEPARTMENT, Rule.FORWARDING_MOVES_HOLDER));
    }

    @Test
    void reopeningSaysWhichEndWasTakenBack() {
        Entry reopening = explain(life().on(0, RECEIVER, submitted("25000"))
                        .on(1, RECEIVER, accepted(10))
                        .on(2, RECEIVER, resolved())
                        .on(3, RECEIVER, new SupplementRequested((String) null)))
                .entries()
                .get(3);

        assertThat(reopening.changes()).contains(change("resolvedAt", day(2), null, Rule.LATER_STATUS_REOPENS));
        assertThat(reopening.anomalies()).extracting(Oddity::code).containsExactly(Anomalies.UNEXPECTED_TRANSITION);
    }

    @Test
    void permitsAreToldFieldByField() {
        String number = "12/GPXD";
        Explanation told = explain(life().permitOn(1, DEPARTMENT, number, issued())
                .permitOn(2, DEPARTMENT, number, new PermitAmended(LocalDate.of(2031, 1, 1), null))
                .permitOn(3, STRANGER, number, new PermitRevoked((String) null))
                .permitOn(4, STRANGER, number, new PermitAmended(LocalDate.of(2040, 1, 1), null)));

        assertThat(told.entries().get(0).changes())
                .contains(
                        change("permits/12/GPXD/issuedBy", null, DEPARTMENT, Rule.OWNER_STATES),
                        change("permits/12/GPXD/status", null, "ISSUED", Rule.OWNER_STATES));
        assertThat(told.entries().get(1).changes())
                .containsExactly(
                        change(
                                "permits/12/GPXD/validUntil",
                                LocalDate.of(2030, 1, 1),
                                LocalDate.of(2031, 1, 1),
                                Rule.OWNER_STATES),
                        change("permits/12/GPXD/amendedAt", null, day(2), Rule.OWNER_STATES));
        assertThat(told.entries().get(2).conflict()).isEqualTo("NOT_THE_ISSUER");
        assertThat(answer("permits/12/GPXD/status", told).claims())
                .extracting(Statement::value)
                .containsExactly(Value.of("REVOKED"));
        assertThat(answer("permits/12/GPXD/validUntil", told).claims())
                .extracting(Statement::value)
                .containsExactly(Value.of(LocalDate.of(2040, 1, 1)));
    }

    @Test
    void personalDataIsSeenToChangeButNotShown() {
        Explanation told = explain(life().on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, personal("Nguyễn Thị Kín"))
                .on(2, STRANGER, personal("Lê Văn Khác")));

        assertThat(answer("applicant", told).settings())
                .extracting(s -> s.change().before(), s -> s.change().after())
                .containsExactly(tuple(Value.HIDDEN, Value.HIDDEN), tuple(Value.NONE, Value.HIDDEN));
        assertThat(told.entries().get(2).claims())
                .extracting(Statement::field, Statement::value)
                .containsExactlyInAnyOrder(tuple("applicant", Value.HIDDEN), tuple("summary", Value.HIDDEN));
        assertThat(told.toString()).doesNotContain("Trần", "Nguyễn", "Lê Văn", "Việc của");
    }

    @Test
    void anAmountThatIsClaimedIsAnAmount() {
        Explanation told = explain(life().on(0, RECEIVER, submitted("25000"))
                .on(1, STRANGER, new PaymentRecorded(new BigDecimal("15.00"), false, null)));

        assertThat(told.entries().get(1).claims())
                .extracting(Statement::value)
                .containsExactly(Value.of(new BigDecimal("15.00")));
    }

    @Test
    void withoutEventsThereIsNothingToTell() {
        assertThat(explain(List.of())).isEqualTo(new Explanation(CODE, List.of(), List.of()));
    }

    private static Explanation explain(Folding life) {
        return explain(life.facts());
    }

    private static Explanation explain(List<Fact> facts) {
        return ExplainRules.explain(CODE, facts, Comparator.comparing(Fact::order), Reference.NONE);
    }

    private static Answer answer(String field, Folding life) {
        return answer(field, explain(life));
    }

    private static Answer answer(String field, Explanation told) {
        return told.answers().stream()
                .filter(answer -> answer.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Change change(String field, Object before, Object after, Rule... rules) {
        return new Change(field, Value.of(before), Value.of(after), List.of(rules));
    }

    private static DossierCorrected dueCorrected(int dueDay) {
        Instant due = day(dueDay);
        return DossierCorrected.newBuilder().setDueAt(due).build();
    }

    private static DossierCorrected personal(String name) {
        return DossierCorrected.newBuilder()
                .setApplicant(Applicant.newBuilder().setName(name).build())
                .setSummary("Việc của " + name)
                .build();
    }

    private static PermitIssued issued() {
        return PermitIssued.newBuilder()
                .setKind("building")
                .setValidUntil(LocalDate.of(2030, 1, 1))
                .build();
    }
}
