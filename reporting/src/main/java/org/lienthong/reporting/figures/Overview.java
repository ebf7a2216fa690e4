package org.lienthong.reporting.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.UnitView;

/**
 * A unit at a glance.
 *
 * @param path the units above it, the top first
 * @param figures null: nothing was counted
 * @param divided see {@link Statistics#divided}
 * @param children the units directly below it; areas overlap communes
 * @param months by month of filing
 */
public record Overview(
        UnitView unit,
        MapChoice map,
        List<UnitView> path,
        @Nullable Figures figures,
        long divided,
        List<UnitFigures> children,
        List<Statistics.Group> months,
        List<Statistics.Group> sectors,
        Freshness freshness) {}
