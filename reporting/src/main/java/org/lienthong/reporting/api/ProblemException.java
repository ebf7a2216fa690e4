package org.lienthong.reporting.api;

/** A request that cannot be answered; the client gets the problem. */
final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(ProblemCode code, String detailVietnamese, String detailEnglish) {
        super(code + ": " + detailEnglish);
        this.problem = code.problem(detailVietnamese, detailEnglish);
    }

    Problem problem() {
        return problem;
    }
}
