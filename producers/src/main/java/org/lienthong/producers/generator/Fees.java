package org.lienthong.producers.generator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.UnitLevel;

/** Fees in VND: small at the commune, larger above; always the same for a procedure. */
final class Fees {

    private static final List<BigDecimal> COMMUNE = amounts(8_000, 10_000, 15_000, 20_000);
    private static final List<BigDecimal> ABOVE = amounts(50_000, 75_000, 100_000, 150_000, 200_000, 350_000, 500_000);

    private Fees() {}

    static BigDecimal of(Procedure procedure) {
        List<BigDecimal> amounts = procedure.getLevel() == UnitLevel.COMMUNE ? COMMUNE : ABOVE;
        return amounts.get(Math.floorMod(procedure.getCode().hashCode(), amounts.size()));
    }

    private static List<BigDecimal> amounts(long... dongs) {
        return Arrays.stream(dongs)
                .mapToObj(dong -> BigDecimal.valueOf(dong).setScale(2))
                .toList();
    }
}
