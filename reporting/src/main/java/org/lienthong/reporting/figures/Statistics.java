package org.lienthong.reporting.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one unit, its sub-units included.
 *
 * @param figures of all groups together; null: nothing was counted
 * @param groups those in which something was counted, in order; empty when no grouping was asked
 */
public record Statistics(@Nullable Figures figures, List<Group> groups) {

    /** @param name the month ({@code yyyy-MM}) or the sector */
    public record Group(String name, @Nullable Figures figures) {}
}
