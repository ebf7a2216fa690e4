package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/**
 * The year 2025 of Di Linh, made up: dossiers and permits of all sectors with the reform of 1 July inside, some events
 * late, some doubled, some wrong.
 *
 * <p>Dossier <i>i</i> depends on the seed and on <i>i</i> alone. So the same stretch is the same in every run, a longer
 * one extends a shorter one, and event ids make it harmless to send a stretch again. Records come in the order of time;
 * in memory are the dossiers that are under way and one number for each.
 */
public final class DiLinhYear {

    /** Running numbers in dossier codes have at most seven digits. */
    public static final int MAX_DOSSIERS = 10_000_000;

    /** The moment at which the demonstration looks back on the year. */
    public static final Instant END = Instant.parse("2025-12-31T16:59:59Z");

    private static final int NUMBER_BITS = 31;

    private final long seed;
    private final ReferenceData data = ReferenceData.diLinh();
    private final WorkingTime workingTime = WorkingDays.workingTime();
    private final Offices offices = new Offices(data);
    private final Calendar calendar = new Calendar(data, workingTime, offices);

    public DiLinhYear(long seed) {
        this.seed = seed;
    }

    /**
     * Sends the dossiers {@code from} (included) to {@code to} (excluded), with dossier 0 the agencies' readiness
     * reports, and their monthly reports of all dossiers to {@code to}, and waits until all is acknowledged.
     *
     * @param now what happens later is not sent
     * @param progress is told how many dossiers have been opened so far
     * @return what was sent, exactly
     */
    public Expectation emit(int from, int to, Instant now, YearSink sink, IntConsumer progress) {
        if (from < 0 || from > to || to > MAX_DOSSIERS) {
            throw new IllegalArgumentException(
                    "dossiers %d to %d: give 0 to at most %d".formatted(from, to, MAX_DOSSIERS));
        }
        Tally tally = new Tally();
        PriorityQueue<Delivery> underWay = new PriorityQueue<>(Delivery.ORDER);
        if (from == 0) {
            underWay.addAll(ReadinessReports.of(data, seed, now));
        }
        if (from < to) {
            underWay.addAll(ServiceReports.of(data, seed, filings(to), to, now));
        }
        int opened = 0;
        for (long filing : inOrderOfFiling(from, to)) {
            int number = (int) (filing & (1L << NUMBER_BITS) - 1);
            Dice dice = new Dice(seed, number);
            Opening opening = calendar.opening(number, dice);
            if (opening.filedAt().isAfter(now)) {
                break;
            }
            sendUntil(opening.filedAt(), underWay, sink, tally);
            tally.dossier(unitKey(opening));
            Chronicle chronicle = new DossierLife(opening, dice, workingTime, offices).tell();
            underWay.addAll(new Post(number, dice, now, tally).deliver(chronicle));
            progress.accept(++opened);
        }
        sendUntil(Instant.MAX, underWay, sink, tally);
        sink.flush();
        return tally.expectation();
    }

    /** What {@link #emit} would send and return, without sending it. */
    public Expectation expect(int from, int to, Instant now) {
        return emit(from, to, now, new SilentYear(), opened -> {});
    }

    /** Reference data that the events refer to. */
    public ReferenceData referenceData() {
        return data;
    }

    /** Seconds since the year began, then the number: sorted by time in one array of longs. */
    private long[] inOrderOfFiling(int from, int to) {
        long yearBegan = Instant.parse("2024-12-31T17:00:00Z").getEpochSecond();
        long[] filings = new long[to - from];
        for (int number = from; number < to; number++) {
            Opening opening = calendar.opening(number, new Dice(seed, number));
            long second = opening.filedAt().getEpochSecond() - yearBegan;
            filings[number - from] = second << NUMBER_BITS | number;
        }
        Arrays.sort(filings);
        return filings;
    }

    /** How many of the first dossiers each agency takes in in each month. */
    private Map<ServiceReports.Counter, Long> filings(int to) {
        Map<ServiceReports.Counter, Long> filings = new HashMap<>();
        for (int number = 0; number < to; number++) {
            Opening opening = calendar.opening(number, new Dice(seed, number));
            YearMonth month = YearMonth.from(opening.filedAt().atOffset(WorkingTime.OFFSET));
            filings.merge(new ServiceReports.Counter(opening.office().agencyId(), month), 1L, Long::sum);
        }
        return filings;
    }

    private String unitKey(Opening opening) {
        return data.unitOn(
                        opening.office().unitCode(),
                        opening.filedAt().atZone(WorkingTime.ZONE).toLocalDate())
                .map(ReferenceData::key)
                .orElseThrow();
    }

    private static void sendUntil(Instant time, PriorityQueue<Delivery> underWay, YearSink sink, Tally tally) {
        for (Delivery next = underWay.peek(); next != null && !next.at().isAfter(time); next = underWay.peek()) {
            underWay.remove();
            if (next.what() instanceof DossierEvent event) {
                sink.publish(event);
            } else if (next.what() instanceof PermitEvent event) {
                sink.publish(event);
            } else if (next.what() instanceof WrongRecord wrong) {
                sink.publishWrong(wrong);
            } else if (next.what() instanceof ServiceReport report) {
                sink.publish(report);
                tally.serviceReport();
            } else {
                sink.publish((AgencyReadiness) next.what());
                tally.readinessReport();
            }
        }
    }
}
