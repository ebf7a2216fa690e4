package org.lienthong.streams.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitPartial;

/**
 * Figures while they are added up; also what one sum differs from another by, to be added to several. There are many
 * tallies, and of each most figures are zero: only the others take room.
 */
final class Tally {

    /** Less than 64: each is a bit. */
    private static final int FIELDS = Figures.getClassSchema().getFields().size();

    private static final long[] NONE = {};

    /** The fields that are not zero, as bits. */
    private long fields;

    /** What they are, in the order of the fields. */
    private long[] figures = NONE;

    private final TimeSketch times = new TimeSketch();

    /** What the new version of a part adds to each sum that the part is in. */
    static Tally difference(@Nullable UnitPartial before, UnitPartial after) {
        Tally difference = new Tally();
        difference.add(after, 1);
        if (before != null) {
            difference.add(before, -1);
        }
        return difference;
    }

    /** Adds {@code sign} times what one dossier counts. */
    void add(DossierContribution part, int sign) {
        add(part.getFigures(), sign);
        if (part.getTimeBin() != null) {
            times.add(part.getTimeBin(), sign);
        }
    }

    /** Adds the figures of many. */
    void add(Tally part) {
        int at = 0;
        for (long rest = part.fields; rest != 0; rest &= rest - 1) {
            add(Long.numberOfTrailingZeros(rest), part.figures[at++]);
        }
        times.add(part.times);
    }

    /** Adds {@code sign} times what one partition counts. */
    void add(UnitPartial part, int sign) {
        add(part.getFigures(), sign);
        part.getWorkingTimes().forEach(bin -> times.add(bin.getBin(), sign * bin.getCount()));
    }

    private void add(Figures part, int sign) {
        for (int field = 0; field < FIELDS; field++) {
            add(field, sign * (long) part.get(field));
        }
    }

    private void add(int field, long figure) {
        if (figure == 0) {
            return;
        }
        long bit = 1L << field;
        int at = Long.bitCount(fields & bit - 1);
        if ((fields & bit) == 0) {
            long[] more = Arrays.copyOf(figures, figures.length + 1);
            System.arraycopy(figures, at, more, at + 1, figures.length - at);
            more[at] = figure;
            figures = more;
            fields |= bit;
        } else if (figures[at] + figure == 0) {
            long[] fewer = Arrays.copyOf(figures, figures.length - 1);
            System.arraycopy(figures, at + 1, fewer, at, fewer.length - at);
            figures = fewer;
            fields &= ~bit;
        } else {
            figures[at] += figure;
        }
    }

    /** Whether nothing is counted. */
    boolean isEmpty() {
        return fields == 0 && times.isEmpty();
    }

    /** A copy. */
    Figures figures() {
        Figures copy = new Figures();
        int at = 0;
        for (long rest = fields; rest != 0; rest &= rest - 1) {
            copy.put(Long.numberOfTrailingZeros(rest), figures[at++]);
        }
        return copy;
    }

    /** A copy, in the order of the bins. */
    List<TimeBin> workingTimes() {
        List<TimeBin> bins = new ArrayList<>();
        times.forEach((bin, count) -> bins.add(new TimeBin(bin, count)));
        return bins;
    }
}
