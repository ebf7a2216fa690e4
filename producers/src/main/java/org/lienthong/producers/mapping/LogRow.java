package org.lienthong.producers.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;

/**
 * One event of a log, as its file has it.
 *
 * @param number of the record, from 1, the header not counted
 * @param line where it begins, from 1
 * @param values by column; empty ones are missing
 * @param defect why the row cannot be trusted, where it cannot
 */
public record LogRow(
        long number,
        long line,
        Map<String, String> values,
        @Nullable Problem defect) {

    public @Nullable String value(String column) {
        return values.get(column);
    }
}
