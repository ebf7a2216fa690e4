package org.lienthong.reporting.index;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a metric can earn more.
 *
 * @param gain points still to be had
 * @param next the next full or half point, or the maximum
 * @param missing how many more of what the metric counts bring it to {@code next}; null: there is nothing to count
 * @param missingForAll how many bring it to its maximum; null: as {@code missing}
 */
record Raise(
        IndexMetric metric,
        BigDecimal gain,
        BigDecimal next,
        @Nullable Long missing,
        @Nullable Long missingForAll) {}
