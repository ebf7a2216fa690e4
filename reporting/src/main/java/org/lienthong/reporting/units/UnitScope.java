package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Conditions;

/** A unit and everything below it, as codes and the days on which each of them meant one of these units. */
public record UnitScope(List<Stretch> stretches) {

    /**
     * Codes that have a meaning in the scope on the same days.
     *
     * @param from null: from the beginning
     * @param to null: to the end
     */
    public record Stretch(
            List<String> codes, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * Narrows to rows whose unit is in the scope.
     *
     * @param row SQL name of a row that has {@code unit_code} and {@code filed_on}
     */
    public void narrow(Conditions conditions, String row) {
        List<Object> values = new ArrayList<>();
        conditions.and(condition(row, values), values.toArray());
        // Says again what the condition says, in a form that lets an index by day answer.
        conditions.andIfGiven(row + ".filed_on >= ?", bound(Stretch::from, Comparator.naturalOrder()));
        conditions.andIfGiven(row + ".filed_on <= ?", bound(Stretch::to, Comparator.reverseOrder()));
    }

    /** The same as one condition, for a place of its own. */
    public String condition(String row, List<Object> values) {
        StringJoiner any = new StringJoiner(" OR ", "(", ")").setEmptyValue("false");
        for (Stretch stretch : stretches) {
            StringBuilder one = new StringBuilder(row).append(".unit_code = ANY (?)");
            values.add(stretch.codes().toArray(String[]::new));
            if (stretch.from() != null) {
                one.append(" AND ").append(row).append(".filed_on >= ?");
                values.add(stretch.from());
            }
            if (stretch.to() != null) {
                one.append(" AND ").append(row).append(".filed_on <= ?");
                values.add(stretch.to());
            }
            any.add(one);
        }
        return any.toString();
    }

    /** The outermost end of all stretches; null where one of them has none. */
    private @Nullable LocalDate bound(
            Function<Stretch, @Nullable LocalDate> end, Comparator<LocalDate> order) {
        LocalDate outermost = null;
        for (Stretch stretch : stretches) {
            LocalDate day = end.apply(stretch);
            if (day == null) {
                return null;
            }
            outermost = outermost == null || order.compare(day, outermost) < 0 ? day : outermost;
        }
        return outermost;
    }
}
