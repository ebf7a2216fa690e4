package org.lienthong.reporting.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.UnitScope;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;

/**
 * Which dossiers are asked for; null leaves a condition out.
 *
 * @param units filed in one of these
 * @param agency mã định danh of the agency that holds it now
 * @param overdue past its due date and still open; false: all others
 * @param from filed on this day or later
 * @param to filed on this day or earlier
 * @param beginning what its code or an alias begins with, in any case
 */
public record DossierFilter(
        @Nullable UnitScope units,
        @Nullable String agency,
        @Nullable DossierStatus status,
        @Nullable Boolean overdue,
        @Nullable String procedure,
        @Nullable Sector sector,
        @Nullable Channel channel,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String beginning) {}
