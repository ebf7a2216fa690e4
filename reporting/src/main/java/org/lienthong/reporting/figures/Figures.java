package org.lienthong.reporting.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.sketch.TimeSketch;

/**
 * Counts of dossiers, as {@code unit.statistics} defines them, and how long those took that were finished. They add up
 * over sectors, months and units that do not contain one another. Where nothing was counted there are no figures
 * (null), which is not the same as zero.
 */
public final class Figures {

    /** The counts by name, in the order of the schema. */
    private static final List<String> NAMES =
            org.lienthong.schemas.statistics.Figures.getClassSchema().getFields().stream()
                    .map(Schema.Field::name)
                    .toList();

    /** Their columns in the tables of figures, in the same order. */
    public static final List<String> COLUMNS = NAMES.stream()
            .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    /** Select list that sums the counts of rows. */
    static final String SUMS = COLUMNS.stream()
            .map(column -> "sum(%1$s)::bigint AS %1$s".formatted(column))
            .collect(Collectors.joining(", "));

    private static final int WORKING_MINUTES = NAMES.indexOf("workingMinutes");
    private static final int MEASURED = NAMES.indexOf("measured");
    private static final double MINUTES_PER_HOUR = 60;

    private final long[] counts;
    private final TimeSketch times;

    private Figures(long[] counts, TimeSketch times) {
        this.counts = counts;
        this.times = times;
    }

    /** The figures of a row that has all columns; null where nothing was counted. */
    static @Nullable Figures read(ResultSet row) throws SQLException {
        long[] counts = new long[COLUMNS.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = row.getLong(COLUMNS.get(i));
            if (row.wasNull()) {
                return null;
            }
        }
        return new Figures(counts, new TimeSketch());
    }

    /** As {@link #read}, of a row that has {@code bins} and {@code bin_counts} too; both may be null. */
    static @Nullable Figures readWithTimes(ResultSet row) throws SQLException {
        Figures figures = read(row);
        if (figures != null && row.getArray("bins") != null) {
            Integer[] bins = (Integer[]) row.getArray("bins").getArray();
            Long[] counts = (Long[]) row.getArray("bin_counts").getArray();
            for (int i = 0; i < bins.length; i++) {
                figures.times.add(bins[i], counts[i]);
            }
        }
        return figures;
    }

    /** Null is nothing: it adds nothing, and nothing and nothing is nothing. */
    static @Nullable Figures sum(@Nullable Figures a, @Nullable Figures b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        long[] counts = new long[NAMES.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = a.counts[i] + b.counts[i];
        }
        TimeSketch times = new TimeSketch();
        times.add(a.times);
        times.add(b.times);
        return new Figures(counts, times);
    }

    /** Filed. */
    public long received() {
        return count("received");
    }

    /** Open now. */
    public long inProgress() {
        return count("inProgress");
    }

    /** Finished in time. */
    public long onTime() {
        return count("onTime");
    }

    /** Finished after the due time. */
    public long late() {
        return count("late");
    }

    /** Of the open, past the due time. */
    public long overdue() {
        return count("overdue");
    }

    /** Withdrawn by the applicant. */
    public long withdrawn() {
        return count("withdrawn");
    }

    /** A count by its name in the schema. */
    public long count(String name) {
        return counts[NAMES.indexOf(name)];
    }

    /** Mean working hours of the measured (8 h = a working day); null: none was measured. */
    public @Nullable Double meanHours() {
        return counts[MEASURED] == 0 ? null : rounded(counts[WORKING_MINUTES] / MINUTES_PER_HOUR / counts[MEASURED]);
    }

    /** Median working hours of the measured, within {@link TimeSketch#RELATIVE_ERROR}; null: none, or not asked for. */
    public @Nullable Double medianHours() {
        OptionalDouble median = times.quantile(0.5);
        return median.isPresent() ? rounded(median.getAsDouble() / MINUTES_PER_HOUR) : null;
    }

    /** What readers get: the counts by name, and the hours. */
    @JsonValue
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (i != WORKING_MINUTES) {
                json.put(NAMES.get(i), counts[i]);
            }
        }
        json.put("meanHours", meanHours());
        json.put("medianHours", medianHours());
        return json;
    }

    /** The type of each property of {@link #json()}; null: a number or null. */
    public static Map<String, @Nullable Class<?>> schema() {
        Map<String, @Nullable Class<?>> schema = new LinkedHashMap<>();
        NAMES.stream().filter(name -> !name.equals("workingMinutes")).forEach(name -> schema.put(name, long.class));
        schema.put("meanHours", null);
        schema.put("medianHours", null);
        return schema;
    }

    private static double rounded(double hours) {
        return Math.round(hours * 100) / 100.0;
    }
}
