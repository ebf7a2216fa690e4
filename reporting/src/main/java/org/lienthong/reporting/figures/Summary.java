package org.lienthong.reporting.figures;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures at a glance.
 *
 * @param total of everything that was counted in the period; null: nothing
 * @param units every unit of the map with its figures, ordered by code and date; units that the reference data does not
 *     know are last and have no level. A unit's figures include its sub-units: never add both
 * @param receipts number of receipts by outcome
 * @param quarantine number of quarantined records by reason
 */
public record Summary(
        @Nullable Figures total,
        List<UnitFigures> units,
        Map<String, Long> receipts,
        Map<String, Long> quarantine,
        Freshness freshness) {}
