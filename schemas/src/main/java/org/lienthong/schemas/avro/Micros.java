package org.lienthong.schemas.avro;

import java.time.Instant;

/** Times as Avro's {@code timestamp-micros} has them, and PostgreSQL. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /**
     * Microseconds since the epoch. {@link java.time.temporal.ChronoUnit#between} counts nanoseconds on the way: it
     * ends in the year 2262, and was a thirtieth of the merge.
     *
     * @throws ArithmeticException some 292,000 years away
     */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / NANOS);
    }
}
