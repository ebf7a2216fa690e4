package org.lienthong.reporting.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * So many of so many; null is not known, which is not zero.
 *
 * @param otherDenominator what another source says the denominator is; null: there is no other, or it is not known
 */
public record Share(
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable Long otherDenominator) {

    private static final int DECIMALS = 4;

    static Share of(@Nullable Long numerator, @Nullable Long denominator) {
        return new Share(numerator, denominator, null);
    }

    /** Of the larger of two counts of the same, as far as they are known. */
    static Share ofLarger(@Nullable Long numerator, @Nullable Long count, @Nullable Long otherCount) {
        if (count == null || otherCount == null) {
            return new Share(numerator, count == null ? otherCount : count, null);
        }
        return new Share(numerator, Math.max(count, otherCount), Math.min(count, otherCount));
    }

    /** With four decimals; null without a denominator, or where either part is not known. */
    public @Nullable BigDecimal ratio() {
        return numerator == null || denominator == null || denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
    }

    /** How far the denominator is above the other one; null: there is no other. */
    public @Nullable Long gap() {
        return denominator == null || otherDenominator == null ? null : denominator - otherDenominator;
    }
}
