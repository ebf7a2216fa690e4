package org.lienthong.reporting.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.readiness.SecurityMeasure;

/**
 * What the agencies of a unit, and of all units below it, have to work with, by the latest report of each. Sums are
 * over the agencies that state the number; null: none does, which is not zero.
 *
 * @param agencies that work on the day
 * @param reported of these, with a report
 * @param oldestReport null, like {@code newestReport}: no report
 * @param lan agencies that have one
 * @param securityMeasures agencies that have each, also those that nobody has; null: no report
 * @param staffUnknown agencies whose report does not state it, and so for {@code staffTrainedUnknown}
 */
public record Readiness(
        long agencies,
        long reported,
        long notReported,
        @Nullable Instant oldestReport,
        @Nullable Instant newestReport,
        @Nullable Long computers,
        @Nullable Long computersBelowMinimum,
        @Nullable Long lan,
        Bandwidth bandwidth,
        @Nullable Map<SecurityMeasure, Long> securityMeasures,
        @Nullable Long staff,
        long staffUnknown,
        @Nullable Long staffTrained,
        long staffTrainedUnknown) {

    /**
     * In Mbit/s; null: not known of any agency.
     *
     * @param unknown agencies whose report does not state it
     */
    public record Bandwidth(@Nullable Double min, @Nullable Double median, long unknown) {}

    /** A row of {@code lienthong.readiness_on}. */
    static Readiness read(ResultSet row) throws SQLException {
        long agencies = row.getLong("agencies");
        long reported = row.getLong("reported");
        return new Readiness(
                agencies,
                reported,
                agencies - reported,
                Reader.time(row, "oldest_report"),
                Reader.time(row, "newest_report"),
                number(row, "computers"),
                number(row, "computers_below_minimum"),
                number(row, "lan"),
                new Bandwidth(
                        row.getObject("bandwidth_min", Double.class),
                        row.getObject("bandwidth_median", Double.class),
                        row.getLong("bandwidth_unknown")),
                reported == 0 ? null : measures(row),
                number(row, "staff"),
                row.getLong("staff_unknown"),
                number(row, "staff_trained"),
                row.getLong("staff_trained_unknown"));
    }

    private static Map<SecurityMeasure, Long> measures(ResultSet row) throws SQLException {
        Map<SecurityMeasure, Long> measures = new EnumMap<>(SecurityMeasure.class);
        for (SecurityMeasure measure : SecurityMeasure.values()) {
            measures.put(measure, row.getLong(column(measure)));
        }
        return measures;
    }

    private static String column(SecurityMeasure measure) {
        return measure == SecurityMeasure.OTHER
                ? "other_measure"
                : measure.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}
