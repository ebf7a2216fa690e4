package org.lienthong.reporting.readiness;

import org.lienthong.reporting.units.UnitView;

/** @param readiness of its agencies, and of those of all units below it */
public record UnitReadiness(UnitView unit, Readiness readiness) {}
