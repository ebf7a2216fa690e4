package org.lienthong.streams.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.deadline.Records.record;
import static org.lienthong.streams.dossier.Events.day;

import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.statistics.Figures;

class FigureRulesTest {

    @Test
    void finishedByTheDueDateIsOnTimeAndAfterItIsLate() {
        assertThat(FigureRules.figures(resolved(10), day(30)).getOnTime()).isEqualTo(1);
        assertThat(FigureRules.figures(resolved(11), day(30)).getLate()).isEqualTo(1);
    }

    @Test
    void anOpenDossierIsOverdueOnlyOnceItsDueDateHasPassed() {
        DossierRecord open = record(DossierStatus.IN_PROGRESS);

        assertThat(FigureRules.figures(open, day(10)).getOverdue()).isZero();
        assertThat(FigureRules.figures(open, day(11)).getOverdue()).isEqualTo(1);
        assertThat(FigureRules.figures(open, day(11)).getInProgress()).isEqualTo(1);
    }

    @Test
    void waitingForTheApplicantIsNotTheOfficesDelay() {
        DossierRecord waiting = record(DossierStatus.SUPPLEMENT_REQUESTED);
        waiting.setSupplementRequests(1);
        waiting.setWaitingSince(day(9));
        assertThat(FigureRules.figures(waiting, day(40)).getOverdue()).isZero();

        waiting.setWaitingSince(day(11));
        assertThat(FigureRules.figures(waiting, day(40)).getOverdue()).isEqualTo(1);
    }

    @Test
    void aSecondRequestForASupplementCountsAsOverdueUntilItIsFinished() {
        DossierRecord open = record(DossierStatus.IN_PROGRESS);
        open.setSupplementRequests(2);
        assertThat(FigureRules.figures(open, day(3)).getOverdue()).isEqualTo(1);

        DossierRecord finished = resolved(9);
        finished.setSupplementRequests(2);
        assertThat(FigureRules.figures(finished, day(30)).getOverdue()).isZero();
        assertThat(FigureRules.figures(finished, day(30)).getOnTime()).isEqualTo(1);
    }

    @Test
    void everyDossierIsExactlyOneOfOpenOnTimeLateAndWithdrawn() {
        for (DossierStatus status : DossierStatus.values()) {
            for (int end = 0; end < 20; end += 5) {
                DossierRecord record = record(status);
                switch (status) {
                    case RESOLVED -> record.setResolvedAt(day(end));
                    case RETURNED -> record.setReturnedAt(day(end));
                    case REFUSED, SUSPENDED, WITHDRAWN -> record.setStoppedAt(day(end));
                    default -> {}
                }
                Figures f = FigureRules.figures(record, day(30));
                assertThat(f.getInProgress() + f.getOnTime() + f.getLate() + f.getWithdrawn())
                        .as(status.name())
                        .isEqualTo(1)
                        .isEqualTo(f.getReceived());
            }
        }
    }

    @Test
    void aPermitWithoutItsDossierIsNotReceived() {
        DossierRecord permitOnly = record(DossierStatus.SUBMITTED);
        permitOnly.setStatus(null);

        assertThat(FigureRules.isZero(FigureRules.figures(permitOnly, day(30)))).isTrue();
    }

    private static DossierRecord resolved(int on) {
        DossierRecord record = record(DossierStatus.RESOLVED);
        record.setResolvedAt(day(on));
        return record;
    }
}
