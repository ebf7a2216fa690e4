package org.lienthong.producers.mapping;

import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;

/** The row does not fit its mapping: it is put aside, and the others go on. */
public final class RejectedRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RejectedRowException(ProblemCode code, @Nullable Object... arguments) {
        super(code.name(), null, false, false); // expected and frequent: no stack trace
        this.problem = Problem.of(code, arguments);
    }

    public Problem problem() {
        return problem;
    }
}
