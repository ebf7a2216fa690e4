package org.lienthong.reporting.explanation;

/** The events cannot be read right now; asking again later is sensible. */
public final class ExplanationUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public ExplanationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
