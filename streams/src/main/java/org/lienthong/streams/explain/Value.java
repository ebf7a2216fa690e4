package org.lienthong.streams.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record as it may be shown.
 *
 * @param shown text, number, truth value, {@link java.time.Instant}, {@link java.time.LocalDate} or list of texts;
 *     constants by name; null: there is none, or it is hidden
 * @param hidden there is a value, but it is personal
 */
public record Value(@Nullable Object shown, boolean hidden) {

    static final Value NONE = new Value(null, false);
    static final Value HIDDEN = new Value(null, true);

    static Value of(@Nullable Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof List<?> list) {
            return new Value(list.stream().map(Object::toString).toList(), false);
        }
        return new Value(value instanceof Enum<?> || value instanceof CharSequence ? value.toString() : value, false);
    }
}
