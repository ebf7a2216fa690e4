package org.lienthong.benchmarks.reading;

import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long answers took, in microseconds; any number of threads may record. */
final class Latencies {

    private static final double MICROS_PER_MILLI = 1_000;
    private static final int DIGITS = 3;

    private final Histogram micros = new ConcurrentHistogram(DIGITS);

    void record(long nanos) {
        micros.recordValue(nanos / 1_000);
    }

    long count() {
        return micros.getTotalCount();
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    /** Milliseconds at the percentiles that are reported. */
    Map<String, Double> summary() {
        return Map.of("p50", millis(50), "p99", millis(99), "max", micros.getMaxValue() / MICROS_PER_MILLI);
    }

    @Override
    public String toString() {
        return "%,d answers, p50 %.1f ms, p99 %.1f ms, max %.1f ms"
                .formatted(count(), millis(50), millis(99), micros.getMaxValue() / MICROS_PER_MILLI);
    }
}
