package org.lienthong.reporting.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes rows to a stream in one format, holding no more than a few thousand at a time. */
interface RowWriter {

    /** @param cells in the order of the columns, see {@link Column#read} */
    void row(@Nullable Object[] cells) throws IOException;

    /** Completes the file. Never called when something went wrong: what is cut off must not look whole. */
    void end() throws IOException;
}
