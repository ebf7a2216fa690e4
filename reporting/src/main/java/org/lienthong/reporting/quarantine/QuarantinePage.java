package org.lienthong.reporting.quarantine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, the longest waiting first.
 *
 * @param next the origin after which the list goes on; null: this was its end
 */
public record QuarantinePage(
        List<QuarantineEntry> records, @Nullable String next) {

    /** @param found one more than wanted says that there is more */
    static QuarantinePage of(List<QuarantineEntry> found, int limit) {
        if (found.size() <= limit) {
            return new QuarantinePage(found, null);
        }
        List<QuarantineEntry> records = List.copyOf(found.subList(0, limit));
        return new QuarantinePage(records, records.get(limit - 1).origin());
    }
}
