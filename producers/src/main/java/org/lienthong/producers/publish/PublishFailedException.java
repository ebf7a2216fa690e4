package org.lienthong.producers.publish;

import org.lienthong.producers.problem.Problem;

/** Some events were not acknowledged. Event ids make it harmless to send everything again. */
public final class PublishFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public PublishFailedException(Problem problem, Throwable firstCause) {
        super(problem.toString(), firstCause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
