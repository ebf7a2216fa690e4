package org.lienthong.streams.unit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.streams.record.DeadlineRules;

/** Where a dossier counts: under the unit that its code meant on the day of filing, its holder, procedure and month. */
public final class ContributionRules {

    /** Stands for the validFrom of a unit that the reference data does not know. */
    static final LocalDate UNKNOWN_SINCE = LocalDate.EPOCH;

    private ContributionRules() {}

    /** @param now a dossier that is still open counts up to this instant */
    public static DossierContribution contribution(DossierRecord record, UnitTree units, Instant now) {
        LocalDate day = LocalDate.ofInstant(FigureRules.filedAt(record), FigureRules.ZONE);
        String code = orEmpty(record.getUnitCode());
        Instant overdueFrom = DeadlineRules.overdueFrom(record);
        Long minutes = record.getWorkingMinutes();
        return new DossierContribution(
                code,
                validFrom(code, day, units),
                day,
                record.getSector() == null ? Sector.OTHER : record.getSector(),
                orEmpty(record.getHolderAgency()),
                orEmpty(record.getProcedureCode()),
                record.getChannel() == null ? Channel.UNKNOWN : record.getChannel(),
                day.toString().substring(0, "yyyy-MM".length()),
                overdueFrom == null || overdueFrom.isBefore(now) ? null : overdueFrom,
                FigureRules.figures(record, now),
                minutes == null ? null : TimeSketch.bin(minutes));
    }

    /** The unit that the code meant on the day, by the day from which it is valid. */
    static LocalDate validFrom(String code, LocalDate day, UnitTree units) {
        return units.find(code, day).map(Unit::getValidFrom).orElse(UNKNOWN_SINCE);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
