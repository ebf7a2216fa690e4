package org.lienthong.reporting.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Months of filing, both ends included.
 *
 * @param from null: from the beginning
 * @param to null: to the end
 */
public record Period(@Nullable YearMonth from, @Nullable YearMonth to) {

    public static final Period ALL = new Period(null, null);

    @Nullable LocalDate firstMonth() {
        return from == null ? null : from.atDay(1);
    }

    @Nullable LocalDate lastMonth() {
        return to == null ? null : to.atDay(1);
    }
}
