package org.lienthong.benchmarks.engines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * A country, or a province: its units. The places of Di Linh's dossiers become places in a district that the code of
 * the dossier chooses, few districts far more often than most.
 */
final class Country {

    private static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    /** Of how the districts' shares fall: of 700 the largest has 2 % of all dossiers, the smaller half a quarter. */
    private static final double SKEW = 1.7;

    private final Shape shape = Shape.chosen();
    private final Map<String, UnitLevel> levels = ReferenceData.diLinh().units().stream()
            .collect(Collectors.toMap(Unit::getCode, Unit::getLevel, (first, second) -> first));

    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (int province = 0; province < shape.provinces; province++) {
            units.add(unit(province(province), null, UnitLevel.PROVINCE, "Tỉnh " + province));
        }
        for (int district = 0; district < shape.districts; district++) {
            String parent = province(district % shape.provinces);
            units.add(unit(district(district), parent, UnitLevel.DISTRICT, "Huyện " + district));
        }
        for (int commune = 0; commune < shape.communes; commune++) {
            String parent = district(commune % shape.districts);
            units.add(unit(commune(commune), parent, UnitLevel.COMMUNE, "Xã " + commune));
        }
        return units;
    }

    /** Working reference data for the country: its units, and the procedures and agencies of Di Linh. */
    ReferenceData data() {
        ReferenceData diLinh = ReferenceData.diLinh();
        return new ReferenceData(units(), diLinh.procedures(), diLinh.agencies());
    }

    /** The unit of Di Linh as it is called where the dossier is filed; null stays null. */
    @Nullable String place(@Nullable String unitCode, String dossierCode) {
        if (unitCode == null) {
            return null;
        }
        int district = districtOf(dossierCode);
        return switch (levels.getOrDefault(unitCode, UnitLevel.COMMUNE)) {
            case COUNTRY, PROVINCE -> province(district % shape.provinces);
            case DISTRICT, AREA -> district(district);
            case COMMUNE ->
                commune(district
                        + shape.districts * Math.floorMod(mix(unitCode.hashCode()), shape.communes / shape.districts));
        };
    }

    private int districtOf(String dossierCode) {
        double uniform = (mix(dossierCode.hashCode()) >>> 1) / (double) Integer.MAX_VALUE;
        int rank = (int) (shape.districts * Math.pow(uniform, SKEW));
        // Neighbours in rank are no neighbours on the map.
        return (int) (Math.min(rank, shape.districts - 1) * 257L % shape.districts);
    }

    /** Strings that differ in their last digits have hashes that hardly differ: the finalizer of MurmurHash3. */
    private static int mix(int hash) {
        int h = (hash ^ hash >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    private static Unit unit(String code, @Nullable String parent, UnitLevel level, String name) {
        return Unit.newBuilder()
                .setCode(code)
                .setValidFrom(SINCE)
                .setLevel(level)
                .setName(name)
                .setParentCode(parent)
                .build();
    }

    private static String province(int number) {
        return "%02d".formatted(number + 1);
    }

    private static String district(int number) {
        return "%03d".formatted(number + 100);
    }

    private static String commune(int number) {
        return "%05d".formatted(number + 10_000);
    }
}
