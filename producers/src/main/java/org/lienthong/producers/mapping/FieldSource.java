package org.lienthong.producers.mapping;

import static org.lienthong.producers.problem.ProblemCode.CODE_UNMAPPED;
import static org.lienthong.producers.problem.ProblemCode.VALUE_PATTERN;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from: a fixed {@code value}, or a {@code column}, as it stands or through a pattern or codes. The
 * name of a column alone is the short form.
 *
 * @param pattern regular expression for the whole value, whose first group is taken
 * @param codes what the codes of the source mean; a code that is not listed rejects the row, it is not guessed
 * @param absent values that mean "nothing"
 */
public record FieldSource(
        @Nullable String column,
        @Nullable String value,
        @Nullable Pattern pattern,
        @Nullable Map<String, String> codes,
        List<String> absent) {

    @JsonCreator
    public FieldSource(
            @JsonProperty @Nullable String column,
            @JsonProperty @Nullable String value,
            @JsonProperty @Nullable Pattern pattern,
            @JsonProperty @Nullable Map<String, String> codes,
            @JsonProperty @Nullable List<String> absent) {
        if ((column == null) == (value == null)) {
            throw new IllegalArgumentException("give either a column or a value");
        }
        if (pattern != null && pattern.matcher("").groupCount() != 1) {
            throw new IllegalArgumentException("the pattern " + pattern + " needs exactly one group");
        }
        this.column = column;
        this.value = value;
        this.pattern = pattern;
        this.codes = codes == null ? null : Map.copyOf(codes);
        this.absent = absent == null ? List.of() : List.copyOf(absent);
    }

    @JsonCreator
    public static FieldSource of(String column) {
        return new FieldSource(column, null, null, null, null);
    }

    /** Whether the value is taken as it stands, so that nothing of the column is lost. */
    boolean isVerbatim() {
        return pattern == null && codes == null;
    }

    /**
     * The value in a row, or null where the row has none.
     *
     * @throws RejectedRowException when the value does not fit
     */
    @Nullable String in(LogRow row) {
        if (column == null) {
            return value;
        }
        String found = row.value(column);
        if (found == null || absent.contains(found)) {
            return null;
        }
        if (pattern != null) {
            Matcher matcher = pattern.matcher(found);
            if (!matcher.matches()) {
                throw new RejectedRowException(VALUE_PATTERN, column, pattern);
            }
            found = matcher.group(1);
        }
        if (codes == null) {
            return found;
        }
        String meaning = codes.get(found);
        if (meaning == null) {
            throw new RejectedRowException(CODE_UNMAPPED, found, column);
        }
        return meaning;
    }
}
