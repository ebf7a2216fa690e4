package org.lienthong.producers.units;

import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.reference.Unit;

/** @param place where in its file the unit is stated, in words that need no translation */
record PlacedUnit(String place, Unit unit) {

    /** Its identity, {@code code@validFrom}. */
    String key() {
        return ReferenceData.key(unit);
    }
}
