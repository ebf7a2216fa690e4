package org.lienthong.schemas.sketch;

import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A distribution of working minutes as the bins of a DDSketch (Masson, Rim, Lee: VLDB 2019). Bins of any two sketches
 * add up, and unlike those of a compacting sketch they can be taken away again, which a dossier that is reopened needs.
 * A quantile is wrong by at most {@link #RELATIVE_ERROR} of itself.
 */
public final class TimeSketch {

    public static final double RELATIVE_ERROR = 0.01;

    private static final IndexMapping MAPPING = new LogarithmicMapping(RELATIVE_ERROR);

    private static final int[] NO_BINS = {};
    private static final long[] NO_COUNTS = {};

    // Few bins each, in the order of the bins: a map of objects would take a multiple of the memory.
    private int[] bins = NO_BINS;
    private long[] counts = NO_COUNTS;

    /** Reads one bin after the other. */
    public interface Reader {
        void read(int bin, long count);
    }

    /** The bin of so many minutes; less than one counts as one. */
    public static int bin(long minutes) {
        return MAPPING.index(Math.max(1, minutes));
    }

    /** @param count may be negative, to take away what was added */
    public void add(int bin, long count) {
        int at = Arrays.binarySearch(bins, bin);
        if (at < 0) {
            insert(-at - 1, bin, count);
        } else if (counts[at] + count == 0) {
            remove(at);
        } else {
            counts[at] += count;
        }
    }

    /** Adds all that is in another one. */
    public void add(TimeSketch other) {
        other.forEach(this::add);
    }

    public boolean isEmpty() {
        return bins.length == 0;
    }

    /** The bins that hold anything, in order. */
    public void forEach(Reader reader) {
        for (int i = 0; i < bins.length; i++) {
            reader.read(bins[i], counts[i]);
        }
    }

    /**
     * The minutes below which this part of all lies.
     *
     * @param part from 0 to 1
     * @return empty: nothing was added
     */
    public OptionalDouble quantile(double part) {
        long rank = (long) (part * (Arrays.stream(counts).sum() - 1));
        long seen = 0;
        for (int i = 0; i < bins.length; i++) {
            seen += counts[i];
            if (seen > rank) {
                return OptionalDouble.of(MAPPING.value(bins[i]));
            }
        }
        return OptionalDouble.empty();
    }

    private void insert(int at, int bin, long count) {
        int[] moreBins = Arrays.copyOf(bins, bins.length + 1);
        long[] moreCounts = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(bins, at, moreBins, at + 1, bins.length - at);
        System.arraycopy(counts, at, moreCounts, at + 1, counts.length - at);
        moreBins[at] = bin;
        moreCounts[at] = count;
        bins = moreBins;
        counts = moreCounts;
    }

    private void remove(int at) {
        int[] fewerBins = Arrays.copyOf(bins, bins.length - 1);
        long[] fewerCounts = Arrays.copyOf(counts, counts.length - 1);
        System.arraycopy(bins, at + 1, fewerBins, at, fewerBins.length - at);
        System.arraycopy(counts, at + 1, fewerCounts, at, fewerCounts.length - at);
        bins = fewerBins;
        counts = fewerCounts;
    }
}
