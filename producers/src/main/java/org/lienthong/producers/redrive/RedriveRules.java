package org.lienthong.producers.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.redrive.RedriveHeaders;

/** What a redriven record says about itself. */
final class RedriveRules {

    private RedriveRules() {}

    /**
     * The headers that it came with, and where it was first read: a record that was redriven before keeps saying the
     * first place, so that all its receipts can be found under one.
     */
    static SortedMap<String, byte[]> headers(RedriveRecord record, Instant now) {
        SortedMap<String, byte[]> headers = new TreeMap<>(record.headers());
        headers.put(RedriveHeaders.REDRIVE_OF, Origins.text(first(record)).getBytes(UTF_8));
        headers.put(RedriveHeaders.REDRIVEN_AT, now.toString().getBytes(UTF_8));
        return headers;
    }

    /** Bytes of key, value and headers together. */
    static long size(RedriveRecord record) {
        long size = length(record.key()) + length(record.value());
        for (Map.Entry<String, byte[]> header : record.headers().entrySet()) {
            size += header.getKey().length() + header.getValue().length;
        }
        return size;
    }

    private static Origin first(RedriveRecord record) {
        byte[] before = record.headers().get(RedriveHeaders.REDRIVE_OF);
        return before == null
                ? record.origin()
                : Origins.parse(new String(before, UTF_8)).orElse(record.origin());
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
