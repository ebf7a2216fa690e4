package org.lienthong.streams.dossier;

import java.time.Duration;
import java.time.Instant;
import org.lienthong.runtime.streams.StateKeeping;

/**
 * What the merge takes, and what it keeps at hand.
 *
 * @param historyLimit events that one dossier may have; further ones are quarantined
 * @param futureTolerance how far after its receipt an event may say it happened: clocks of old machines go wrong
 * @param earliestEvent what happened before is a clock that was never set, not history
 * @param cachedRecords records of each partition that stay in the heap, to twice as many and those of one commit;
 *     others are folded anew when they are needed
 * @param historyStore where the history is kept, and with it all else that is kept of each dossier
 */
public record MergeSettings(
        int historyLimit,
        Duration futureTolerance,
        Instant earliestEvent,
        int cachedRecords,
        StateKeeping historyStore) {

    public static final MergeSettings DEFAULTS = new MergeSettings(
            1_000, Duration.ofHours(1), Instant.parse("2000-01-01T00:00:00Z"), 5_000, StateKeeping.ROCKSDB);

    public MergeSettings {
        if (historyLimit < 1) {
            throw new IllegalArgumentException("dossier.historyLimit must be at least 1");
        }
        if (futureTolerance.isNegative()) {
            throw new IllegalArgumentException("dossier.futureTolerance must not be negative");
        }
        if (cachedRecords < 1) {
            throw new IllegalArgumentException("dossier.cachedRecords must be at least 1");
        }
    }
}
