package org.lienthong.benchmarks.micro;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.record.Reference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How long dossiers took, and when they are due, by the working days of Viet Nam. */
@State(Scope.Thread)
public class WorkingTimeBenchmark {

    private final WorkingTime workingTime = WorkingDays.workingTime();
    private final Cycle<Span> spans;
    private final Cycle<Limit> limits;

    public WorkingTimeBenchmark() {
        Reference reference = Inputs.reference();
        List<Span> worked = new ArrayList<>();
        List<Limit> due = new ArrayList<>();
        for (DossierRecord record : new Inputs().records()) {
            Instant accepted = record.getAcceptedAt();
            if (accepted != null && record.getFinishedAt() != null) {
                worked.add(new Span(accepted, record.getFinishedAt()));
            }
            if (accepted != null) {
                reference.timeLimit(record.getProcedureCode()).ifPresent(limit -> due.add(new Limit(accepted, limit)));
            }
        }
        spans = new Cycle<>(worked);
        limits = new Cycle<>(due);
    }

    /** From the acceptance of a dossier to its end. */
    @Benchmark
    public Duration between() {
        Span span = spans.next();
        return workingTime.between(span.from(), span.to());
    }

    /** The due date of a dossier, from its acceptance and the limit of its procedure. */
    @Benchmark
    public Instant plus() {
        Limit limit = limits.next();
        return workingTime.plus(limit.start(), limit.work());
    }

    private record Span(Instant from, Instant to) {}

    private record Limit(Instant start, Duration work) {}
}
