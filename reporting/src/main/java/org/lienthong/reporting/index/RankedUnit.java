package org.lienthong.reporting.index;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Map;
import org.lienthong.reporting.units.UnitView;

/**
 * A unit among those of its level.
 *
 * @param rank 1 is the best; units with the same points share a rank
 * @param groups points by the code of the group
 */
public record RankedUnit(
        int rank, @JsonUnwrapped UnitView unit, BigDecimal total, Map<IndexGroup, BigDecimal> groups) {}
