package org.lienthong.producers.eventlog;

import org.lienthong.producers.problem.Problem;

/** The file cannot be imported at all; nothing of it was published. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ImportRefusedException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
