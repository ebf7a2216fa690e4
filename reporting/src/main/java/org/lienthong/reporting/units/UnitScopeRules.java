package org.lienthong.reporting.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.UnitScope.Stretch;

/** Puts dated units together: one stretch for all codes that have the same days. */
final class UnitScopeRules {

    private static final Comparator<Days> BY_BEGINNING = Comparator.comparing(Days::from);

    private UnitScopeRules() {}

    /** @param to null: without an end */
    record Days(LocalDate from, @Nullable LocalDate to) {

        /** Whether the other, which does not begin earlier, begins within these or on the day after. */
        private boolean reaches(Days later) {
            return to == null || !later.from.isAfter(to.plusDays(1));
        }

        private Days joined(Days later) {
            LocalDate end = to == null || later.to == null ? null : to.isAfter(later.to) ? to : later.to;
            return new Days(from, end);
        }
    }

    record Meaning(String code, Days days) {}

    /** Few stretches, however many units: of a province before and after a reform, one. */
    static List<Stretch> stretches(List<Meaning> meanings) {
        Map<String, List<Days>> byCode = new TreeMap<>();
        meanings.forEach(
                m -> byCode.computeIfAbsent(m.code(), code -> new ArrayList<>()).add(m.days()));
        Map<Days, List<String>> codes = new LinkedHashMap<>();
        byCode.forEach((code, days) -> merged(days)
                .forEach(one -> codes.computeIfAbsent(one, day -> new ArrayList<>()).add(code)));
        return codes.entrySet().stream()
                .map(e -> new Stretch(e.getValue(), e.getKey().from(), e.getKey().to()))
                .toList();
    }

    private static List<Days> merged(List<Days> days) {
        List<Days> merged = new ArrayList<>();
        for (Days next : days.stream().sorted(BY_BEGINNING).toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).reaches(next)) {
                merged.set(last, merged.get(last).joined(next));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }
}
