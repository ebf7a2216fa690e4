package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.progressed;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.codes;
import static org.lienthong.streams.record.Folding.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.reference.WorkingDay;

/** Working time, from day 0: Monday, 2 June 2025, 08:00 in Viet Nam. */
class DueDatesTest {

    private static final String RECEIVER = "H36.25";

    /** Five working days for every procedure; Wednesday 4 June is a holiday. */
    private static final Reference REFERENCE = new Reference() {
        @Override
        public WorkingTime workingTime() {
            return new WorkingTime(List.of(new WorkingDay(LocalDate.of(2025, 6, 4), false, "ngày lễ")));
        }

        @Override
        public Optional<Duration> timeLimit(@Nullable String procedureCode) {
            return Optional.ofNullable(procedureCode).map(code -> WorkingTime.DAY.multipliedBy(5));
        }
    };

    @Test
    void withoutAStatedDateTheLimitOfTheProcedureCountsFromTheAcceptance() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted((Instant) null, null, null))
                .fold();

        // Tuesday, Thursday, Friday, Monday, Tuesday: the holiday and the weekend do not count.
        assertThat(record.getDueAt()).isEqualTo(day(8));
    }

    @Test
    void aStatedDateHoldsWhateverTheLimitSays() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(3), null, null))
                .fold();

        assertThat(record.getDueAt()).isEqualTo(day(3));
    }

    @Test
    void theWaitForASupplementMovesItByTheWorkingTimeThatPassed() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(3), null, null))
                .on(1, RECEIVER, new SupplementRequested((String) null))
                .on(7, RECEIVER, new SupplementReceived(null, List.of()))
                .fold();

        // From Tuesday to Monday, without the holiday and the weekend: three days. Thursday and three: Tuesday.
        assertThat(record.getDueAt()).isEqualTo(day(8));
        assertThat(record.getWaitedMicros()).isEqualTo(Duration.ofDays(6).toNanos() / 1_000);
        assertThat(codes(record)).isEmpty();
    }

    @Test
    void aSuspensionMovesItUnlessANewDateIsStated() {
        Folding suspended = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(3), null, null))
                .on(1, RECEIVER, new DossierSuspended(null, null));

        assertThat(suspended.fold().getSuspendedSince()).isEqualTo(day(1));
        DossierRecord resumed =
                suspended.on(7, RECEIVER, new DossierResumed((Instant) null)).fold();
        assertThat(resumed.getDueAt()).isEqualTo(day(8));
        assertThat(resumed.getSuspendedSince()).isNull();
        assertThat(codes(resumed)).isEmpty();
    }

    @Test
    void workThatGoesOnEndsASuspensionThoughNobodySaidSo() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(3), null, null))
                .on(1, RECEIVER, new DossierSuspended(null, null))
                .on(7, RECEIVER, progressed("goes on"))
                .fold();

        assertThat(record.getDueAt()).isEqualTo(day(8));
    }

    @Test
    void theWorkingTimeLeavesOutWhatTheClockStoodStillOnce() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(8), null, null))
                .on(1, RECEIVER, new SupplementRequested((String) null))
                .on(3, RECEIVER, new DossierSuspended((String) null, null))
                .on(4, RECEIVER, new SupplementReceived((Instant) null, List.of()))
                .on(7, RECEIVER, new DossierResolved("GRANTED", true))
                .fold();

        // Accepted on Monday, resolved on the Monday after: four days without the holiday and the weekend. The clock
        // stood still from Tuesday to Friday: two days.
        assertThat(record.getFinishedAt()).isEqualTo(day(7));
        assertThat(record.getWaitedMinutes()).isEqualTo(2 * 480);
        assertThat(record.getWorkingMinutes()).isEqualTo(2 * 480);
    }

    @Test
    void theWorkingTimeIsThatOfTheLastFinish() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(8), null, null))
                .on(1, RECEIVER, new DossierResolved("DENIED", true))
                .on(7, RECEIVER, new DossierResolved("GRANTED", true))
                .on(8, RECEIVER, new DossierRated(5))
                .fold();

        assertThat(record.getWorkingMinutes()).isEqualTo(4 * 480);
    }

    @Test
    void whatIsOpenOrWasNeverAcceptedHasNoWorkingTime() {
        DossierRecord open = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(8), null, null))
                .fold();
        DossierRecord refused = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(1, RECEIVER, new DossierRefused((String) null, null))
                .fold();

        assertThat(open.getWorkingMinutes()).isNull();
        assertThat(refused.getWorkingMinutes()).isNull();
        assertThat(refused.getFinishedAt()).isEqualTo(day(1));
    }

    @Test
    void aNewDateThatIsStatedWithTheSupplementWins() {
        DossierRecord record = life().with(REFERENCE)
                .on(0, RECEIVER, submitted("25000"))
                .on(0, RECEIVER, new DossierAccepted(day(3), null, null))
                .on(1, RECEIVER, new SupplementRequested((String) null))
                .on(2, RECEIVER, new SupplementReceived(day(20), List.of()))
                .fold();

        assertThat(record.getDueAt()).isEqualTo(day(20));
    }
}
