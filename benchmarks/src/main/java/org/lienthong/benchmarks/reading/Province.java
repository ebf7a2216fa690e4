package org.lienthong.benchmarks.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * A province of the size of Lâm Đồng: Di Linh seventeen times over, 119 communes today and 323 before the reform, each
 * copy under codes of its own.
 */
final class Province {

    static final String CODE = "68";
    private static final int DISTRICTS = 17;

    private final ReferenceData diLinh = ReferenceData.diLinh();

    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (Unit unit : diLinh.units()) {
            if (unit.getLevel() == UnitLevel.PROVINCE) {
                units.add(unit);
            } else {
                for (int district = 0; district < DISTRICTS; district++) {
                    units.add(copy(unit, district));
                }
            }
        }
        return units;
    }

    ReferenceData data() {
        return new ReferenceData(units(), diLinh.procedures(), diLinh.agencies());
    }

    /** The unit of Di Linh as it is called in the district that the dossier is filed in; null stays null. */
    static @Nullable String place(@Nullable String unitCode, String dossierCode) {
        return code(unitCode, Math.floorMod(dossierCode.hashCode(), DISTRICTS));
    }

    private static Unit copy(Unit unit, int district) {
        List<Successor> successors = unit.getSuccessors().stream()
                .map(successor -> new Successor(code(successor.getCode(), district), successor.getShare()))
                .toList();
        List<String> members = unit.getMembers().stream()
                .map(member -> String.valueOf(code(member, district)))
                .toList();
        return Unit.newBuilder(unit)
                .setCode(code(unit.getCode(), district))
                .setName(district == 0 ? unit.getName() : unit.getName() + " " + (district + 1))
                .setParentCode(code(unit.getParentCode(), district))
                .setSuccessors(successors)
                .setMembers(members)
                .build();
    }

    private static @Nullable String code(@Nullable String code, int district) {
        return code == null || code.equals(CODE) || district == 0 ? code : code + "." + (district + 1);
    }
}
