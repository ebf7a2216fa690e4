package org.lienthong.reporting.index;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A month or a year: of filing for dossiers, of the statement for monthly reports. */
public record IndexPeriod(YearMonth from, YearMonth to) {

    private static final int LENGTH_OF_YEAR = 4;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9_999;

    /**
     * Reads {@code 2025} or {@code 2025-07}.
     *
     * @throws DateTimeException when it is neither
     */
    public static IndexPeriod parse(String text) {
        IndexPeriod period;
        if (text.length() == LENGTH_OF_YEAR) {
            Year year = Year.parse(text);
            period = new IndexPeriod(year.atMonth(1), year.atMonth(12));
        } else {
            YearMonth month = YearMonth.parse(text);
            period = new IndexPeriod(month, month);
        }
        int year = period.from.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("no year of ours: " + text);
        }
        return period;
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    LocalDate firstMonth() {
        return from.atDay(1);
    }

    LocalDate lastMonth() {
        return to.atDay(1);
    }

    @Override
    @JsonValue
    public String toString() {
        return from.equals(to) ? from.toString() : from.toString().substring(0, LENGTH_OF_YEAR);
    }
}
