package org.lienthong.producers.eventlog;

import org.lienthong.producers.problem.Problem;

/** The file cannot be read further; the rows before the place it names are sound. */
final class BrokenLogException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BrokenLogException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
