package org.lienthong.producers.generator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.DossierWithdrawn;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * The life of one dossier from filing to rating. Work is measured on a clock that counts working minutes since the
 * acceptance and stands still while the office waits for the applicant, as the statutory time limit does.
 */
final class DossierLife {

    private static final double REFUSED = 0.025;
    private static final double LATE = 0.10;
    private static final double UNPAID = 0.01;
    private static final double FORWARDED = 0.12;
    private static final double CORRECTED = 0.015;
    private static final double RATED = 0.3;
    private static final double DENIED = 0.04;
    private static final double POPULATION_DATA = 0.6;
    private static final double CITIZEN_STORE = 0.05;

    private static final int DAY = (int) WorkingTime.DAY.toMinutes();

    private static final List<String> STEPS =
            List.of("Thẩm định hồ sơ", "Kiểm tra thực địa", "Lấy ý kiến phối hợp", "Trình lãnh đạo ký");

    private final Opening opening;
    private final Dice dice;
    private final WorkingTime workingTime;
    private final Offices offices;
    private final Chronicle chronicle;
    private final long limit;

    /** Working minutes used when the clock last started, and when that was. */
    private long usedAtStart;

    private Instant clockStart;
    private String holder;
    private boolean handedOver;
    private boolean open = true;

    DossierLife(Opening opening, Dice dice, WorkingTime workingTime, Offices offices) {
        this.opening = opening;
        this.dice = dice;
        this.workingTime = workingTime;
        this.offices = offices;
        this.chronicle = new Chronicle(opening);
        this.limit = opening.procedure().getTimeLimitHours() * 60L;
        this.clockStart = opening.filedAt();
        this.holder = opening.office().agencyId();
        this.handedOver = !opening.filedAt().isBefore(Offices.REFORM)
                || opening.procedure().getLevel() == UnitLevel.PROVINCE;
    }

    Chronicle tell() {
        Applicant applicant = People.applicant(opening, dice);
        submit(applicant);
        if (dice.chance(REFUSED)) {
            Instant at = workingTime.plus(opening.filedAt(), Duration.ofMinutes(dice.between(15, DAY)));
            write(at, new DossierRefused("KHONG_THUOC_THAM_QUYEN", null));
            open = false;
            return chronicle;
        }
        accept();
        if (pay()) {
            work(applicant);
        }
        if (open) {
            handOver(Instant.MAX);
        }
        return chronicle;
    }

    private void submit(Applicant applicant) {
        chronicle.write(
                opening.filedAt(),
                holder,
                new DossierSubmitted(
                        opening.procedure().getCode(),
                        opening.procedure().getSector(),
                        opening.office().unitCode(),
                        holder,
                        opening.channel(),
                        applicant,
                        opening.procedure().getName(),
                        Papers.of(opening, dice),
                        dice.chance(POPULATION_DATA)));
    }

    private void accept() {
        int desk = opening.channel() == Channel.DIRECT ? dice.between(2, 20) : dice.between(15, 7 * 60);
        clockStart =
                workingTime.plus(opening.filedAt(), Duration.ofMinutes(desk)).plusSeconds(dice.between(0, 59));
        write(clockStart, new DossierAccepted(clock(limit), People.person(dice), null));
        if (dice.chance(CORRECTED)) {
            String summary = opening.procedure().getName() + " (đính chính)";
            write(clock(5), DossierCorrected.newBuilder().setSummary(summary).build());
        }
    }

    /** @return whether the dossier goes on: a few never pay */
    private boolean pay() {
        if (!opening.procedure().getFee()) {
            return true;
        }
        BigDecimal amount = Fees.of(opening.procedure());
        write(clock(6), new PaymentRequested(amount, null));
        if (dice.chance(UNPAID)) {
            return false;
        }
        boolean online = dice.chance(opening.channel() == Channel.ONLINE ? 0.9 : 0.25);
        Duration delay = Duration.ofSeconds(dice.between(60, 1_500));
        write(clock(6).plus(delay), new PaymentRecorded(amount, online, null));
        return true;
    }

    private void work(Applicant applicant) {
        boolean late = dice.chance(LATE);
        double part = 0.3 + 0.65 * dice.fraction();
        long total = late ? limit + (long) dice.between(1, 10) * DAY - dice.between(0, DAY / 2) : (long) (limit * part);
        int steps = limit <= DAY ? 1 : dice.between(2, STEPS.size());
        long stride = total / (steps + 1);
        Turn turn = Turn.drawn(dice);
        int turnsAt = dice.between(1, steps);
        int forwardsAt =
                limit > 10 * DAY && opening.procedure().getLevel() != UnitLevel.PROVINCE && dice.chance(FORWARDED)
                        ? dice.between(1, steps)
                        : 0;
        for (int step = 1; step <= steps; step++) {
            long minute = stride * step;
            if (step == turnsAt && !goesOnAfter(turn, minute)) {
                return;
            }
            if (step == forwardsAt) {
                consult(minute, stride);
            } else {
                write(clock(minute), new DossierProgressed(STEPS.get(step - 1), null, People.person(dice), null));
            }
        }
        finish(clock(total), applicant);
    }

    /** What may happen on the way; whether work goes on after it. */
    private boolean goesOnAfter(Turn turn, long minute) {
        Instant at = clock(minute);
        switch (turn) {
            case NONE:
                return true;
            case STUCK:
                return false;
            case WITHDRAWN:
                write(at, new DossierWithdrawn(null));
                open = false;
                return false;
            case SUSPENDED:
                write(at, new DossierSuspended("CHO_KET_LUAN", null));
                open = false;
                return false;
            case RESUMED:
                write(at, new DossierSuspended("CHO_KET_LUAN", null));
                startClock(minute, workingTime.plus(at, WorkingTime.DAY.multipliedBy(dice.between(3, 20))));
                write(clockStart, new DossierResumed(clock(limit)));
                return true;
            case NEVER_SUPPLEMENTED:
                write(at, new SupplementRequested("Bổ sung giấy tờ"));
                return false;
            case SUPPLEMENTED, SUPPLEMENTED_TWICE:
                supplement(minute);
                if (turn == Turn.SUPPLEMENTED_TWICE) {
                    supplement(minute);
                }
                return true;
        }
        throw new AssertionError(turn);
    }

    private void supplement(long minute) {
        Instant requested = clock(minute);
        write(requested, new SupplementRequested("Bổ sung giấy tờ"));
        startClock(minute, requested.plus(Duration.ofMinutes(dice.between(4 * 60, 10 * 24 * 60))));
        write(clockStart, new SupplementReceived(clock(Math.max(limit, minute + DAY)), Papers.supplement(dice)));
    }

    /** The office asks the department of the sector, which answers within the stride. */
    private void consult(long minute, long stride) {
        String office = officeAt(clock(minute));
        String department = offices.department(opening.procedure().getSector()).agencyId();
        write(clock(minute), new DossierForwarded(department, "68", null));
        holder = department;
        write(clock(minute + stride / 3), new DossierProgressed("Thẩm định chuyên ngành", null, null, null));
        Instant back = clock(minute + stride / 2);
        String to = officeAt(back);
        write(back, new DossierForwarded(to, null, null));
        holder = to;
        handedOver |= !to.equals(office);
    }

    private void finish(Instant at, Applicant applicant) {
        boolean granted = !dice.chance(DENIED);
        boolean electronic = dice.chance(opening.channel() == Channel.ONLINE ? 0.9 : 0.5);
        write(at, new DossierResolved(granted ? "GRANTED" : "DENIED", electronic));
        String office = officeAt(at);
        if (granted) {
            PermitStory.tell(chronicle, opening, office, applicant.getName(), at.plusSeconds(300), dice);
        }
        Instant returned = workingTime.plus(at, Duration.ofMinutes(dice.between(10, DAY)));
        Channel by = electronic && opening.channel() == Channel.ONLINE ? Channel.ONLINE : opening.channel();
        write(returned, new ResultReturned(by, electronic && dice.chance(CITIZEN_STORE)));
        open = false;
        if (dice.chance(RATED)) {
            int score = dice.chance(0.72) ? 5 : dice.chance(0.7) ? 4 : dice.between(1, 3);
            write(returned.plus(Duration.ofMinutes(dice.between(1, 3 * 24 * 60))), new DossierRated(score));
        }
    }

    private void write(Instant at, Object payload) {
        handOver(at);
        chronicle.write(at, holder.equals(opening.office().agencyId()) ? officeAt(at) : holder, payload);
    }

    /** In the night of the reform the dossiers of ended offices go to their successors. */
    private void handOver(Instant before) {
        boolean here = holder.equals(opening.office().agencyId());
        if (handedOver || !open || !here || before.isBefore(Offices.REFORM)) {
            return;
        }
        handedOver = true;
        Offices.Office successor = offices.receiving(opening.procedure(), opening.home(), Offices.REFORM);
        chronicle.write(
                Offices.REFORM,
                holder,
                new DossierForwarded(successor.agencyId(), successor.unitCode(), "Sắp xếp đơn vị hành chính"));
        holder = successor.agencyId();
    }

    private String officeAt(Instant time) {
        Instant filingOrLater = time.isBefore(opening.filedAt()) ? opening.filedAt() : time;
        return offices.receiving(opening.procedure(), opening.home(), filingOrLater)
                .agencyId();
    }

    private Instant clock(long minute) {
        return workingTime
                .plus(clockStart, Duration.ofMinutes(minute - usedAtStart))
                .plusSeconds(opening.number() % 60);
    }

    private void startClock(long minute, Instant at) {
        usedAtStart = minute;
        clockStart = at;
    }

    /** The one unusual thing that may happen to a dossier. */
    private enum Turn {
        NONE,
        SUPPLEMENTED,
        SUPPLEMENTED_TWICE,
        NEVER_SUPPLEMENTED,
        WITHDRAWN,
        SUSPENDED,
        RESUMED,
        STUCK;

        private static final double[] CUMULATIVE = {0.895, 0.955, 0.963, 0.968, 0.980, 0.984, 0.992, 1.0};

        static Turn drawn(Dice dice) {
            return values()[dice.weighted(CUMULATIVE)];
        }
    }
}
