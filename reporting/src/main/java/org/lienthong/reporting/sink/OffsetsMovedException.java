package org.lienthong.reporting.sink;

import java.sql.SQLTransientException;

/** Another sink wrote the same records first: begin again at what it stored. */
final class OffsetsMovedException extends SQLTransientException {

    private static final long serialVersionUID = 1L;

    OffsetsMovedException() {
        super("another sink writes to the same database; stop one of them");
    }
}
