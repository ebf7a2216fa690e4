package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.schemas.dossier.DossierStatus.REFUSED;
import static org.lienthong.schemas.dossier.DossierStatus.RETURNED;
import static org.lienthong.schemas.dossier.DossierStatus.WITHDRAWN;
import static org.lienthong.streams.deadline.Records.open;
import static org.lienthong.streams.deadline.Records.record;
import static org.lienthong.streams.deadline.Records.resolved;
import static org.lienthong.streams.deadline.Records.stopped;
import static org.lienthong.streams.deadline.Records.suspended;
import static org.lienthong.streams.deadline.Records.waiting;
import static org.lienthong.streams.dossier.Events.day;

import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;

class DeadlineRulesTest {

    @Test
    void finishIsTheResolutionElseTheReturnElseTheStop() {
        DossierRecord record = record(RETURNED);
        record.setStoppedAt(day(7));
        assertThat(DeadlineRules.finishedAt(record)).isEqualTo(day(7));
        record.setReturnedAt(day(6));
        assertThat(DeadlineRules.finishedAt(record)).isEqualTo(day(6));
        record.setResolvedAt(day(5));
        assertThat(DeadlineRules.finishedAt(record)).isEqualTo(day(5));
    }

    @Test
    void aWithdrawnDossierIsOverButNotFinished() {
        assertThat(DeadlineRules.finishedAt(stopped(WITHDRAWN, 3))).isNull();
        assertThat(DeadlineRules.isOver(stopped(WITHDRAWN, 3))).isTrue();
        assertThat(DeadlineRules.isOver(stopped(REFUSED, 3))).isTrue();
        assertThat(DeadlineRules.isOver(open())).isFalse();
    }

    @Test
    void theDueDateItselfIsInTime() {
        assertThat(DeadlineRules.isInTime(open(), day(10))).isTrue();
        assertThat(DeadlineRules.isInTime(open(), day(10).plusMillis(1))).isFalse();
        assertThat(DeadlineRules.isInTime(open(r -> r.setDueAt(null)), day(99))).isTrue();
    }

    @Test
    void anOpenDossierIsOverdueAfterItsDueDate() {
        assertThat(DeadlineRules.overdueFrom(open())).isEqualTo(day(10));
        assertThat(DeadlineRules.overdueFrom(open(r -> r.setDueAt(null)))).isNull();
    }

    @Test
    void whatIsOverOrWasNotReceivedIsNeverOverdue() {
        assertThat(DeadlineRules.overdueFrom(resolved(12))).isNull();
        assertThat(DeadlineRules.overdueFrom(stopped(WITHDRAWN, 12))).isNull();
        assertThat(DeadlineRules.overdueFrom(open(r -> r.setStatus(null)))).isNull();
    }

    @Test
    void theClockStandsStillWhileTheApplicantIsWaitedForOrTheDossierIsSuspended() {
        assertThat(DeadlineRules.overdueFrom(waiting(10))).isNull();
        assertThat(DeadlineRules.overdueFrom(waiting(11))).isEqualTo(day(10));
        assertThat(DeadlineRules.overdueFrom(suspended(9))).isNull();

        DossierRecord payment = record(DossierStatus.PAYMENT_REQUESTED);
        payment.setSuspendedSince(day(9));
        assertThat(DeadlineRules.overdueFrom(payment)).isNull();
        payment.setSuspendedSince(day(11));
        assertThat(DeadlineRules.overdueFrom(payment)).isEqualTo(day(10));
        payment.setWaitingSince(day(8));
        assertThat(DeadlineRules.overdueFrom(payment)).isNull();
    }

    @Test
    void aSecondRequestForASupplementIsOverdueFromThenOn() {
        DossierRecord twice = waiting(4);
        twice.setSupplementRequests(2);
        twice.setLastEventAt(day(4));
        assertThat(DeadlineRules.overdueFrom(twice)).isEqualTo(day(4));

        twice.setDueAt(null);
        assertThat(DeadlineRules.overdueFrom(twice)).isEqualTo(day(4));

        DossierRecord late = open(r -> {
            r.setSupplementRequests(2);
            r.setLastEventAt(day(14));
        });
        assertThat(DeadlineRules.overdueFrom(late))
                .as("due before the second request")
                .isEqualTo(day(10));
    }
}
