package org.lienthong.runtime.broker;

/** The embedded broker cannot start. */
public final class EmbeddedBrokerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedBrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
