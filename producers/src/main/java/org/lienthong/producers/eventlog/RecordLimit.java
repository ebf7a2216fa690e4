package org.lienthong.producers.eventlog;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends a record that never ends: one unclosed quote must not take the rest of a large file into memory. */
final class RecordLimit extends FilterReader {

    /** Characters in one record; also covers what the reader above takes ahead. */
    static final int LIMIT = 4 * 1024 * 1024;

    private long sinceRecord;

    RecordLimit(Reader in) {
        super(in);
    }

    void recordBegins() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        sinceRecord += Math.max(count, 0);
        if (isExceeded()) {
            throw new IOException("the record does not end");
        }
        return count;
    }

    boolean isExceeded() {
        return sinceRecord > LIMIT;
    }
}
