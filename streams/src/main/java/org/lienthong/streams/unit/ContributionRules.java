package org.lienthong.streams.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.streams.deadline.DeadlineRules;

/** Where a dossier counts: under the unit that its code meant on the day of filing, its sector and its month. */
final class ContributionRules {

    /** Stands for the validFrom of a unit that the reference data does not know. */
    static final LocalDate UNKNOWN_SINCE = LocalDate.EPOCH;

    private ContributionRules() {}

    static DossierContribution contribution(DossierRecord record, UnitTree units, Instant now) {
        LocalDate day = LocalDate.ofInstant(FigureRules.filedAt(record), FigureRules.ZONE);
        String code = record.getUnitCode() == null ? "" : record.getUnitCode();
        Optional<Unit> unit = units.find(code, day);
        List<String> ancestors = unit.map(u -> units.ancestors(u, day)).orElse(List.of()).stream()
                .map(UnitKey::ancestor)
                .toList();
        Instant overdueFrom = DeadlineRules.overdueFrom(record);
        return DossierContribution.newBuilder()
                .setUnitCode(code)
                .setUnitValidFrom(unit.map(Unit::getValidFrom).orElse(UNKNOWN_SINCE))
                .setLevel(unit.map(Unit::getLevel).orElse(null))
                .setAncestors(ancestors)
                .setSector(record.getSector() == null ? Sector.OTHER : record.getSector())
                .setMonth(day.toString().substring(0, "yyyy-MM".length()))
                .setOverdueFrom(overdueFrom == null || overdueFrom.isBefore(now) ? null : overdueFrom)
                .setFigures(FigureRules.figures(record, now))
                .build();
    }
}
