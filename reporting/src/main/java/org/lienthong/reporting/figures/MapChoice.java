package org.lienthong.reporting.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The map of units on which figures are added up.
 *
 * @param day as restated to the map of this day; null: as filed, each dossier under the unit of its own day
 */
public record MapChoice(@Nullable LocalDate day) {

    public static final MapChoice AS_FILED = new MapChoice(null);
}
