package org.lienthong.producers.eventlog;

import java.util.Optional;
import org.lienthong.producers.mapping.LogRow;

/** The rows of one file, one after the other. */
interface LogSource extends AutoCloseable {

    /** The next row, or empty at the end. */
    Optional<LogRow> next() throws BrokenLogException;

    @Override
    void close();
}
