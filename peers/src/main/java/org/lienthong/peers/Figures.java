package org.lienthong.peers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitStatistics;

/** Figures as values that add up: what a dossier counts in its unit and in each above, and sums of such. */
final class Figures {

    private Figures() {}

    /** What the dossier counts in its own unit. */
    static UnitStatistics of(DossierContribution part, Rules rules) {
        Unit unit = rules.units().find(part.getUnitCode(), part.getFiledOn()).orElse(null);
        List<TimeBin> bins = new ArrayList<>(1);
        if (part.getTimeBin() != null) {
            bins.add(new TimeBin(part.getTimeBin(), 1L));
        }
        return new UnitStatistics(
                part.getUnitCode(),
                part.getUnitValidFrom(),
                part.getSector(),
                part.getMonth(),
                unit == null ? null : unit.getLevel(),
                part.getFigures(),
                bins);
    }

    /** The same, counted in the unit right above where the unit is of the level; else as it is. */
    static UnitStatistics lifted(UnitStatistics part, UnitLevel level, Rules rules) {
        if (part.getLevel() != level) {
            return part;
        }
        LocalDate day = YearMonth.parse(part.getMonth()).atDay(1);
        return rules.units()
                .find(part.getUnitCode(), day)
                .flatMap(unit -> rules.units().find(unit.getParentCode(), day))
                .map(parent -> new UnitStatistics(
                        parent.getCode(),
                        parent.getValidFrom(),
                        part.getSector(),
                        part.getMonth(),
                        parent.getLevel(),
                        part.getFigures(),
                        part.getWorkingTimes()))
                .orElse(part);
    }

    /** Key of unit.statistics. */
    static String key(UnitStatistics part) {
        return part.getUnitCode() + "@" + part.getUnitValidFrom() + "|" + part.getSector() + "|" + part.getMonth();
    }

    /**
     * A new sum; the two stay as they are.
     *
     * @param sum null: nothing yet
     */
    static UnitStatistics add(@Nullable UnitStatistics sum, UnitStatistics part, int sign) {
        var figures = new org.lienthong.schemas.statistics.Figures();
        int fields = figures.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
            long before = sum == null ? 0 : (Long) sum.getFigures().get(i);
            figures.put(i, before + sign * (Long) part.getFigures().get(i));
        }
        return new UnitStatistics(
                part.getUnitCode(),
                part.getUnitValidFrom(),
                part.getSector(),
                part.getMonth(),
                part.getLevel(),
                figures,
                bins(sum == null ? List.of() : sum.getWorkingTimes(), part.getWorkingTimes(), sign));
    }

    private static List<TimeBin> bins(List<TimeBin> sum, List<TimeBin> part, int sign) {
        if (part.isEmpty()) {
            return sum;
        }
        TreeMap<Integer, Long> counts = new TreeMap<>();
        sum.forEach(bin -> counts.put(bin.getBin(), bin.getCount()));
        part.forEach(bin -> counts.merge(bin.getBin(), sign * bin.getCount(), Long::sum));
        List<TimeBin> bins = new ArrayList<>(counts.size());
        counts.forEach((bin, count) -> {
            if (count != 0) {
                bins.add(new TimeBin(bin, count));
            }
        });
        return bins;
    }
}
