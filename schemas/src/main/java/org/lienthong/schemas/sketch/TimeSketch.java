package org.lienthong.schemas.sketch;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A distribution of working minutes as the bins of a DDSketch (Masson, Rim, Lee: VLDB 2019). Bins of any two sketches
 * add up, and unlike those of a compacting sketch they can be taken away again, which a dossier that is reopened needs.
 * A quantile is wrong by at most {@link #RELATIVE_ERROR} of itself.
 */
public final class TimeSketch {

    public static final double RELATIVE_ERROR = 0.01;

    private static final IndexMapping MAPPING = new LogarithmicMapping(RELATIVE_ERROR);

    private final NavigableMap<Integer, Long> counts = new TreeMap<>();

    /** The bin of so many minutes; less than one counts as one. */
    public static int bin(long minutes) {
        return MAPPING.index(Math.max(1, minutes));
    }

    /** @param count may be negative, to take away what was added */
    public void add(int bin, long count) {
        counts.merge(bin, count, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    /** The bins that hold anything, in order. */
    public Map<Integer, Long> bins() {
        return counts;
    }

    /**
     * The minutes below which this part of all lies.
     *
     * @param part from 0 to 1
     * @return empty: nothing was added
     */
    public OptionalDouble quantile(double part) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = (long) (part * (all - 1));
        long seen = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            seen += bin.getValue();
            if (seen > rank) {
                return OptionalDouble.of(MAPPING.value(bin.getKey()));
            }
        }
        return OptionalDouble.empty();
    }
}
