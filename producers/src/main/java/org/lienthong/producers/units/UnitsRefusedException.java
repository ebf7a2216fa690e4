package org.lienthong.producers.units;

import java.util.List;
import java.util.stream.Collectors;
import org.lienthong.producers.problem.Problem;

/** A file of units that is not published, not even in part. */
public final class UnitsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    UnitsRefusedException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong with it, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
