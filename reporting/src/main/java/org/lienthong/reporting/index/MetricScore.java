package org.lienthong.reporting.index;

import java.math.BigDecimal;

/**
 * What a metric earned.
 *
 * @param points with two decimals
 */
record MetricScore(IndexMetric metric, Share share, Basis basis, BigDecimal points) {

    /** What the points come from. */
    enum Basis {
        RATIO,
        /** There was nothing to count: the metric's rule for that. */
        NONE_TO_COUNT,
        /** Nobody stated the counts: the metric's rule for that. */
        NOT_KNOWN
    }

    /** Points that are still to be had. */
    BigDecimal gain() {
        return BigDecimal.valueOf(metric.maximum()).subtract(points);
    }
}
