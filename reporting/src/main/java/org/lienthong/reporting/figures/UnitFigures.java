package org.lienthong.reporting.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.UnitView;

/**
 * The figures of a unit, its sub-units included.
 *
 * @param figures null: nothing was counted
 */
public record UnitFigures(
        @JsonUnwrapped UnitView unit, @Nullable Figures figures) {}
