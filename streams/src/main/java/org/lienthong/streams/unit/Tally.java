package org.lienthong.streams.unit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;

/** Figures while they are added up. */
final class Tally {

    private static final int FIELDS = Figures.getClassSchema().getFields().size();

    private final long[] figures = new long[FIELDS];
    private final TimeSketch times = new TimeSketch();

    /** Adds {@code sign} times the figures of one dossier. */
    void add(Figures part, @Nullable Integer timeBin, int sign) {
        add(part, sign);
        if (timeBin != null) {
            times.add(timeBin, sign);
        }
    }

    /** Adds {@code sign} times the figures of many. */
    void add(Figures part, List<TimeBin> bins, int sign) {
        add(part, sign);
        bins.forEach(bin -> times.add(bin.getBin(), sign * bin.getCount()));
    }

    private void add(Figures part, int sign) {
        for (int field = 0; field < FIELDS; field++) {
            figures[field] += sign * (long) part.get(field);
        }
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
        times.bins().forEach((bin, count) -> bins.add(new TimeBin(bin, count)));
        return bins;
    }
}
