package org.lienthong.producers.publish;

import org.lienthong.producers.problem.Problem;

/** The event breaks a rule of the exchange and was not sent; mend it at its source and send it again. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public InvalidEventException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Code and message; free of personal data. */
    public Problem problem() {
        return problem;
    }
}
