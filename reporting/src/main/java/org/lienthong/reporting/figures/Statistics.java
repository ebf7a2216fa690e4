package org.lienthong.reporting.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one unit or agency, everything below it included.
 *
 * @param figures of all groups together; null: nothing was counted
 * @param divided how many of those received were filed in units that were divided since: they are counted whole under
 *     one successor
 * @param groups those in which something was counted, in order; empty when no grouping was asked
 */
public record Statistics(@Nullable Figures figures, long divided, List<Group> groups) {

    /** @param name the month ({@code yyyy-MM}), sector, channel, or the code of the procedure or agency */
    public record Group(String name, @Nullable Figures figures) {}
}
