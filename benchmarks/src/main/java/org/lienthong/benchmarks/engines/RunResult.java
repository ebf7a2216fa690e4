package org.lienthong.benchmarks.engines;

/**
 * One run of one engine.
 *
 * @param seconds from the start of its process to its last result
 * @param rate events a second over that time
 * @param steadyRate events a second over the last 70 % of the input
 * @param engineCpuSeconds of its process and what it started
 * @param peakMegabytes resident, of the same
 * @param written bytes that the broker took during the run, for each that the engine read
 * @param foreign share of the processors that others took
 * @param wrong empty: the results are right
 */
record RunResult(
        String engine,
        long events,
        double seconds,
        double rate,
        double steadyRate,
        double engineCpuSeconds,
        double brokerCpuSeconds,
        long peakMegabytes,
        double written,
        double foreign,
        String wrong) {

    static final double FOREIGN_LIMIT = 0.05;

    boolean isDisturbed() {
        return foreign > FOREIGN_LIMIT;
    }

    boolean isRight() {
        return wrong.isEmpty();
    }

    String line() {
        return "%-14s %8.1f s %9.0f/s  steady %9.0f/s  CPU %6.1f + %5.1f s  %5d MB  written %4.2f  foreign %4.1f %% %s"
                .formatted(
                        engine,
                        seconds,
                        rate,
                        steadyRate,
                        engineCpuSeconds,
                        brokerCpuSeconds,
                        peakMegabytes,
                        written,
                        100 * foreign,
                        wrong);
    }
}
