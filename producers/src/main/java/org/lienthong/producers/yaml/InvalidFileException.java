package org.lienthong.producers.yaml;

import org.lienthong.producers.problem.Problem;

/** A file that a person wrote for us cannot be used as it is. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public InvalidFileException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Names the file and the place in it. */
    public Problem problem() {
        return problem;
    }
}
