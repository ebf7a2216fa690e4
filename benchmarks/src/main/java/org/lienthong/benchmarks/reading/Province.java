package org.lienthong.benchmarks.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.reference.ProcedureLimits;

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

    /** What the fold of the records needs. */
    Reference reference() {
        WorkingTime workingTime = WorkingDays.workingTime();
        ProcedureLimits limits = new ProcedureLimits(diLinh.procedures());
        return new Reference() {
            @Override
            public WorkingTime workingTime() {
                return workingTime;
            }

            @Override
            public Optional<Duration> timeLimit(@Nullable String procedureCode) {
                OptionalInt hours = limits.limitHours(procedureCode);
                return hours.isPresent() ? Optional.of(Duration.ofHours(hours.getAsInt())) : Optional.empty();
            }
        };
    }

    /** Puts a record of Di Linh into one of the districts, in place. */
    DossierRecord place(DossierRecord record) {
        record.setUnitCode(
                code(record.getUnitCode(), Math.floorMod(record.getCode().hashCode(), DISTRICTS)));
        return record;
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
