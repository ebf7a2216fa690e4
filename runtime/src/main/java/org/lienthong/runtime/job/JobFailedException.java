package org.lienthong.runtime.job;

import org.jspecify.annotations.Nullable;

/** A job ended although nobody closed it, or did not become ready. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
