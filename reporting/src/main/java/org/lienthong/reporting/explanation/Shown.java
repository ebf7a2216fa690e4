package org.lienthong.reporting.explanation;

import org.jspecify.annotations.Nullable;

/**
 * A value as a program and as a person reads it.
 *
 * @param value text, number, truth value, time, day or list of texts; null: there is none, or it is hidden
 * @param hidden there is a value, but it is personal
 * @param vi times in Asia/Ho_Chi_Minh
 * @param en times in Asia/Ho_Chi_Minh
 */
public record Shown(@Nullable Object value, boolean hidden, String vi, String en) {

    /** Whether there is one at all, hidden or not. */
    boolean isPresent() {
        return value != null || hidden;
    }
}
