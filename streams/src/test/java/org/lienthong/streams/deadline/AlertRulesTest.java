package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.CLOSED;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.WITHDRAWN;
import static org.lienthong.streams.deadline.Records.open;
import static org.lienthong.streams.deadline.Records.resolved;
import static org.lienthong.streams.deadline.Records.stopped;
import static org.lienthong.streams.deadline.Records.suspended;
import static org.lienthong.streams.deadline.Records.waiting;
import static org.lienthong.streams.dossier.Events.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.reference.WorkingDay;

/** Due on day 10, Thursday 12 June 2025 at eight in Vietnam; due soon from Wednesday at eight. */
class AlertRulesTest {

    private static final Instant DUE_SOON_FROM = day(9);
    private static final Instant TOO_LATE = day(10).plusMillis(1);

    @Test
    void anOpenDossierIsDueSoonAWorkingDayBeforeAndOverdueAfterItsDueDate() {
        assertThat(standing(open(), DUE_SOON_FROM.minusMillis(1))).isNull();
        assertThat(standing(open(), DUE_SOON_FROM)).isEqualTo(DUE_SOON);
        assertThat(standing(open(), day(10))).isEqualTo(DUE_SOON);
        assertThat(standing(open(), TOO_LATE)).isEqualTo(OVERDUE);
    }

    @Test
    void theWarningCountsWorkingTime() {
        DossierRecord afterTheWeekend = open(r -> r.setDueAt(day(14)));
        WorkingTime mondayOff = new WorkingTime(
                List.of(new WorkingDay(day(7).atZone(WorkingTime.ZONE).toLocalDate(), false, "")));
        DossierRecord tuesday = open(r -> r.setDueAt(day(8)));

        assertThat(watch(afterTheWeekend, day(1)).dueSoonFrom()).isEqualTo(day(11));
        assertThat(AlertRules.watch(tuesday, mondayOff, WorkingTime.DAY, day(1)).dueSoonFrom())
                .isEqualTo(day(4));
    }

    @Test
    void whatCannotComeDueIsNotWatched() {
        assertThat(watch(resolved(9), day(20))).isNull();
        assertThat(watch(waiting(9), day(20))).isNull();
        assertThat(watch(suspended(9), day(20))).isNull();
        assertThat(watch(open(r -> r.setDueAt(null)), day(20))).isNull();
        assertThat(watch(open(r -> r.setStatus(null)), day(20))).isNull();
    }

    @Test
    void anAlertSaysWhatCameTrueAndWhen() {
        assertThat(alerts(null, open(), day(20)))
                .as("long past at first sight: overdue, and never due soon")
                .containsExactly(new DeadlineAlert(open().getCode(), OVERDUE, "25000", "H36.25", day(10), day(10), 1));
        assertThat(alerts(null, open(), day(9).plusSeconds(60)))
                .containsExactly(
                        new DeadlineAlert(open().getCode(), DUE_SOON, "25000", "H36.25", day(10), DUE_SOON_FROM, 1));
        assertThat(alerts(null, open(), day(1))).isEmpty();
    }

    @Test
    void theSameAgainSaysNothing() {
        assertThat(after(open(), day(20), open())).isEmpty();
        assertThat(after(open(), day(20), open(r -> r.setEventCount(2)))).isEmpty();
        assertThat(after(open(), DUE_SOON_FROM, open())).isEmpty();
    }

    @Test
    void anAlertThatStillHoldsIsReplacedWhereItSaysSomethingElse() {
        assertThat(after(open(), day(20), open(r -> r.setDueAt(day(12)))))
                .extracting(DeadlineAlert::getKind, DeadlineAlert::getDueAt)
                .containsExactly(tuple(OVERDUE, day(12)));
        assertThat(after(open(), day(20), open(r -> r.setHolderAgency("H36.03"))))
                .extracting(DeadlineAlert::getAgencyId)
                .containsExactly("H36.03");
        assertThat(after(open(), DUE_SOON_FROM, open(r -> r.setDueAt(day(9)))))
                .extracting(DeadlineAlert::getKind, DeadlineAlert::getDueAt)
                .containsExactly(tuple(DUE_SOON, day(9)));
    }

    @Test
    void whatShowsThatAnAlertWasNotSoWithdrawsIt() {
        for (DossierRecord later : List.of(
                resolved(10),
                waiting(10),
                suspended(10),
                stopped(DossierStatus.REFUSED, 3),
                stopped(DossierStatus.WITHDRAWN, 3),
                open(r -> r.setDueAt(day(30))),
                open(r -> r.setDueAt(null)))) {
            assertThat(kinds(open(), day(20), later))
                    .as("OVERDUE, then " + later)
                    .containsExactly(WITHDRAWN);
        }
        for (DossierRecord later : List.of(waiting(9), suspended(9), open(r -> r.setDueAt(day(30))))) {
            assertThat(kinds(open(), DUE_SOON_FROM, later))
                    .as("DUE_SOON, then " + later)
                    .containsExactly(WITHDRAWN);
        }
    }

    @Test
    void theEndOfADossierClosesTheAlertThatWasRight() {
        for (DossierRecord later : List.of(
                resolved(11),
                suspended(11),
                stopped(DossierStatus.REFUSED, 11),
                stopped(DossierStatus.WITHDRAWN, 11))) {
            assertThat(kinds(open(), day(20), later))
                    .as("OVERDUE, then " + later)
                    .containsExactly(CLOSED);
        }
        for (DossierRecord later :
                List.of(resolved(9), stopped(DossierStatus.REFUSED, 9), stopped(DossierStatus.WITHDRAWN, 9))) {
            assertThat(kinds(open(), DUE_SOON_FROM, later))
                    .as("DUE_SOON, then " + later)
                    .containsExactly(CLOSED);
        }
    }

    @Test
    void anEndSaysTheTimeOfTheClockAndTheDueDateThatIsKnown() {
        assertThat(after(open(), day(20), resolved(11)))
                .containsExactly(new DeadlineAlert(open().getCode(), CLOSED, "25000", "H36.25", day(10), day(20), 1));
        assertThat(after(open(), day(20), open(r -> r.setDueAt(null))))
                .extracting(DeadlineAlert::getDueAt)
                .containsExactly(day(10));
    }

    @Test
    void aDueDateThatMovesLaterWithdrawsTheOverdueBeforeItWarnsAgain() {
        assertThat(kinds(open(), day(20), open(r -> r.setDueAt(day(20))))).containsExactly(WITHDRAWN, DUE_SOON);
    }

    @Test
    void nothingIsTakenBackThatWasNeverOut() {
        assertThat(kinds(open(), day(1), resolved(5))).isEmpty();
        assertThat(alerts(null, resolved(11), day(20))).isEmpty();
    }

    @Test
    void aSecondRequestIsOverdueWhateverTheDueDate() {
        DossierRecord twice = waiting(4);
        twice.setSupplementRequests(2);
        twice.setLastEventAt(day(4));

        assertThat(alerts(null, twice, day(5)))
                .containsExactly(new DeadlineAlert(open().getCode(), OVERDUE, "25000", "H36.25", day(10), day(4), 1));
        twice.setDueAt(null);
        assertThat(alerts(null, twice, day(5)))
                .extracting(DeadlineAlert::getDueAt)
                .containsExactly(day(4));
    }

    @Test
    void theNextLookIsWhenTheNextAlertStands() {
        Instant odd = day(10).plusNanos(1_500_000);
        for (Watch watch : List.of(
                watch(open(), day(1)),
                watch(open(), DUE_SOON_FROM),
                watch(open(r -> r.setDueAt(odd)), DUE_SOON_FROM),
                AlertRules.watch(open(r -> r.setDueAt(odd)), WorkingTime.WEEKDAYS, Duration.ZERO, day(1)))) {
            Instant next = AlertRules.changesAt(watch);
            assertThat(next).isNotNull();
            assertThat(AlertRules.standing(watch, Instant.ofEpochMilli(next.toEpochMilli())))
                    .isNotEqualTo(watch.standing());
            assertThat(AlertRules.standing(watch, next.minusMillis(2))).isEqualTo(watch.standing());
        }
        assertThat(AlertRules.changesAt(watch(open(), day(20)))).isNull();
    }

    @Test
    void aDueDateBeforeAnyOfficeWarnsNobody() {
        Watch absurd = watch(open(r -> r.setDueAt(Instant.parse("-290308-12-21T19:59:06Z"))), day(1));

        assertThat(absurd.dueSoonFrom()).isNull();
        assertThat(AlertRules.raised("code", absurd))
                .extracting(DeadlineAlert::getKind, DeadlineAlert::getRaisedAt)
                .containsExactly(OVERDUE, Instant.EPOCH);
    }

    private static @Nullable Watch watch(DossierRecord record, Instant now) {
        return AlertRules.watch(record, WorkingTime.WEEKDAYS, WorkingTime.DAY, now);
    }

    private static @Nullable DeadlineAlertKind standing(DossierRecord record, Instant now) {
        return watch(record, now).standing();
    }

    /** What a second version says at a time when the first was known already. */
    private static List<DeadlineAlert> after(DossierRecord first, Instant now, DossierRecord second) {
        return alerts(watch(first, now), second, now);
    }

    private static List<DeadlineAlertKind> kinds(DossierRecord first, Instant now, DossierRecord second) {
        return after(first, now, second).stream().map(DeadlineAlert::getKind).toList();
    }

    private static List<DeadlineAlert> alerts(@Nullable Watch before, DossierRecord record, Instant now) {
        return AlertRules.alerts(before, watch(record, now), record, now);
    }
}
