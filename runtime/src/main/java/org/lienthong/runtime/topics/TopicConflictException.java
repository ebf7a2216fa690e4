package org.lienthong.runtime.topics;

import java.util.List;

/** The cluster differs from the catalogue in a way that only a person may mend. */
public final class TopicConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicConflictException(List<String> conflicts) {
        super(String.join("; ", conflicts));
    }
}
