package org.lienthong.reporting.figures;

import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Sector;

/**
 * Which dossiers to count; null: all.
 *
 * @param procedure code of the procedure
 * @param agency that holds them; agencies below it are others
 */
public record CellFilter(
        Period period,
        @Nullable Sector sector,
        @Nullable String procedure,
        @Nullable Channel channel,
        @Nullable String agency) {

    public static CellFilter of(Period period) {
        return new CellFilter(period, null, null, null, null);
    }

    /** Whether {@code unit_statistics} can answer it too. */
    boolean isCoarse() {
        return procedure == null && channel == null && agency == null;
    }

    @Nullable Object[] parameters() {
        return new @Nullable Object[] {
            period.firstMonth(),
            period.lastMonth(),
            sector == null ? null : sector.name(),
            procedure,
            channel == null ? null : channel.name(),
            agency
        };
    }
}
