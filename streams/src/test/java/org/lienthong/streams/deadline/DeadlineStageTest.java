package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.CLOSED;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.streams.deadline.Records.open;
import static org.lienthong.streams.deadline.Records.resolved;
import static org.lienthong.streams.deadline.Records.waiting;
import static org.lienthong.streams.dossier.Events.day;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.reference.WorkingDay;

class DeadlineStageTest {

    @TempDir
    Path state;

    private WatchedRecords job;

    @BeforeEach
    void start() {
        job = new WatchedRecords(state.resolve("first"), day(1));
    }

    @AfterEach
    void stop() {
        job.close();
    }

    @Test
    void theClockAloneRaisesDueSoonAndThenOverdue() {
        job.send(open());
        job.moveTo(day(9).minusMillis(1));
        assertThat(kinds()).isEmpty();

        job.moveTo(day(9));
        job.moveTo(day(10));
        assertThat(kinds()).containsExactly(DUE_SOON);

        job.moveTo(day(10).plusMillis(1));
        assertThat(kinds()).containsExactly(OVERDUE);
        job.moveTo(day(99));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aClockThatStandsRaisesWhatIsDueAlready() {
        job.moveTo(day(20));
        job.send(open());
        job.send(open());

        assertThat(kinds()).containsExactly(OVERDUE);
    }

    @Test
    void whoeverWasAwayAtTheWarningHearsThatItIsOverdue() {
        job.send(open());
        job.moveTo(day(20));

        assertThat(kinds()).containsExactly(OVERDUE);
    }

    @Test
    void aNewDueDateMovesTheTimer() {
        job.send(open());
        job.send(open(r -> r.setDueAt(day(21))));
        job.moveTo(day(17));
        assertThat(kinds()).isEmpty();

        job.moveTo(day(22));
        assertThat(job.alerts()).extracting(DeadlineAlert::getDueAt).containsExactly(day(21));
    }

    @Test
    void theWorkingDaysOfTheTopicCount() {
        job.add(new WorkingDay(day(9).atZone(WorkingTime.ZONE).toLocalDate(), false, "Nghỉ"));
        job.send(open());
        job.moveTo(day(8));

        assertThat(job.alerts()).extracting(DeadlineAlert::getRaisedAt).containsExactly(day(8));
    }

    @Test
    void nothingIsKeptOfADossierThatCannotComeDue() {
        job.send(open());
        assertThat(job.watches()).hasSize(1);

        job.send(waiting(5));
        assertThat(job.watches()).isEmpty();

        job.send(open());
        job.moveTo(day(11));
        job.send(resolved(11));
        assertThat(job.watches()).isEmpty();
        assertThat(kinds()).containsExactly(OVERDUE, CLOSED);
    }

    private List<DeadlineAlertKind> kinds() {
        return job.alerts().stream().map(DeadlineAlert::getKind).toList();
    }
}
