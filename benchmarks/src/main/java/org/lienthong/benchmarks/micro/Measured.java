package org.lienthong.benchmarks.micro;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a benchmark measured.
 *
 * @param name class and method, such as {@code CodecBenchmark.decodeEvent}
 * @param nanos per operation, on average
 * @param error half of the interval that has the true average with a probability of 99.9 %
 * @param bytes allocated per operation
 */
record Measured(String name, double nanos, double error, double bytes) {

    /** As JMH's profiler of the garbage collector names it. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Measured of(RunResult result) {
        String name = result.getParams().getBenchmark();
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Measured(
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                time.getScore(),
                time.getScoreError(),
                allocated == null ? Double.NaN : allocated.getScore());
    }
}
