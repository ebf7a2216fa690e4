package org.lienthong.producers.eventlog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The plain bytes of a log. Where they break off (a cut gzip, a failing disk) it ends like a shorter file and remembers
 * why, so that the readers above hand on everything before.
 */
final class LogBytes extends FilterInputStream {

    private @Nullable IOException fault;
    private int last = '\n';

    LogBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (fault != null) {
            return -1;
        }
        try {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                last = buffer[offset + count - 1];
            }
            return count;
        } catch (IOException e) {
            fault = e;
            return -1;
        }
    }

    /** A look-ahead would go past the bookkeeping. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** Why the bytes ended early, or null. */
    @Nullable IOException fault() {
        return fault;
    }

    boolean endedWithNewline() {
        return last == '\n';
    }
}
