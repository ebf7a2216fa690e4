package org.lienthong.producers.units;

import static org.lienthong.producers.problem.ProblemCode.UNITS_NONE;
import static org.lienthong.producers.problem.ProblemCode.UNIT_FIELD_MISSING;
import static org.lienthong.producers.problem.ProblemCode.UNIT_LEVEL_UNKNOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.ReferenceFile.UnitEntry;
import org.lienthong.producers.yaml.StrictYaml;

/** Units as people write them; see docs/how-to/load-units.md. */
final class UnitsYaml {

    private UnitsYaml() {}

    /** The file as it is written. */
    record UnitList(@Nullable List<UnitEntry> units) {}

    /** The entries that are complete; of the others the problems. */
    static List<PlacedUnit> units(Path file, String text, List<Problem> problems) {
        List<UnitEntry> entries =
                StrictYaml.read(text, file.toString(), UnitList.class).units();
        if (entries == null || entries.isEmpty()) {
            problems.add(Problem.of(UNITS_NONE, file));
            return List.of();
        }
        List<PlacedUnit> units = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            UnitEntry entry = entries.get(i);
            String place = "units[" + i + "]";
            List<Problem> defects = entry == null ? List.of(missing(place, null, "{}")) : defects(place, entry);
            problems.addAll(defects);
            if (defects.isEmpty()) {
                units.add(new PlacedUnit(place, ReferenceData.unit(entry)));
            }
        }
        return units;
    }

    private static List<Problem> defects(String place, UnitEntry entry) {
        List<Problem> defects = new ArrayList<>();
        String code = entry.code();
        if (isBlank(code)) {
            defects.add(missing(place, code, "code"));
        }
        if (entry.validFrom() == null) {
            defects.add(missing(place, code, "validFrom"));
        }
        if (isBlank(entry.name())) {
            defects.add(missing(place, code, "name"));
        }
        if (isBlank(entry.level())) {
            defects.add(missing(place, code, "level"));
        } else if (entry.knownLevel().isEmpty()) {
            defects.add(Problem.of(UNIT_LEVEL_UNKNOWN, place, code, entry.level(), ReferenceData.LEVELS));
        }
        if (entry.successors().stream().anyMatch(successor -> isBlank(successor.code()))) {
            defects.add(missing(place, code, "successors.code"));
        }
        return defects;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static Problem missing(String place, @Nullable String code, String field) {
        return Problem.of(UNIT_FIELD_MISSING, place, isBlank(code) ? "?" : code, field);
    }
}
