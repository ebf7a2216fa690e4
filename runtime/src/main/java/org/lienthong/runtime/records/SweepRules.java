package org.lienthong.runtime.records;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Which offsets of a partition are worth reading in one go. */
final class SweepRules {

    /** Reading on over so many records costs less than asking the broker anew. */
    private static final long NEAR = 200;

    private SweepRules() {}

    /** Both ends are wanted. */
    record Sweep(long first, long last) {}

    static List<Sweep> sweeps(SortedSet<Long> offsets) {
        List<Sweep> sweeps = new ArrayList<>();
        for (long offset : offsets) {
            int latest = sweeps.size() - 1;
            if (latest >= 0 && offset - sweeps.get(latest).last() <= NEAR) {
                sweeps.set(latest, new Sweep(sweeps.get(latest).first(), offset));
            } else {
                sweeps.add(new Sweep(offset, offset));
            }
        }
        return sweeps;
    }
}
