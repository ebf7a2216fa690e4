package org.lienthong.reporting.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a statement that grows with what is asked for, and their values in order. Only constants become part of
 * the text; what a person gave is a value.
 */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** @param condition with a question mark per value */
    public Conditions and(String condition, Object... itsValues) {
        sql.append(sql.isEmpty() ? "WHERE " : "AND ").append(condition).append('\n');
        values.addAll(List.of(itsValues));
        return this;
    }

    /** Leaves the condition out where the value is null. */
    public Conditions andIfGiven(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    /** {@code WHERE … AND …}; empty: no condition. */
    public String sql() {
        return sql.toString();
    }

    /** The values of the conditions, then these. */
    public Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
