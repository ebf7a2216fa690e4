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

/** Figures while they are added up; also what one sum differs from another by, to be added to several. */
final class Tally {

    private static final int FIELDS = Figures.getClassSchema().getFields().size();

    private final long[] figures = new long[FIELDS];
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
        for (int field = 0; field < FIELDS; field++) {
            figures[field] += part.figures[field];
        }
        times.add(part.times);
    }

    private void add(UnitPartial part, int sign) {
        add(part.getFigures(), sign);
        part.getWorkingTimes().forEach(bin -> times.add(bin.getBin(), sign * bin.getCount()));
    }

    private void add(Figures part, int sign) {
        for (int field = 0; field < FIELDS; field++) {
            figures[field] += sign * (long) part.get(field);
        }
    }

    /** Whether nothing is counted. */
    boolean isEmpty() {
        return Arrays.stream(figures).allMatch(figure -> figure == 0) && times.isEmpty();
    }

    /** A copy. */
    Figures figures() {
        Figures copy = new Figures();
        for (int field = 0; field < FIELDS; field++) {
            copy.put(field, figures[field]);
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
