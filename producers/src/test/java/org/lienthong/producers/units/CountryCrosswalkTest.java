package org.lienthong.producers.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.runtime.testing.SharedFiles;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** The whole country's crosswalk, which is not part of the project. That it is read at all proves that it is sound. */
class CountryCrosswalkTest {

    private static final LocalDate BEFORE = LocalDate.of(2004, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static List<Unit> units = List.of();
    private static Map<String, Unit> byKey = new HashMap<>();

    @BeforeAll
    static void read() {
        units = UnitsFile.read(SharedFiles.orSkip("data/units/vn-communes-legacy-to-2025.csv.gz"));
        units.forEach(unit -> byKey.put(ReferenceData.key(unit), unit));
    }

    @Test
    void everyUnitOfBothMapsIsThereOnce() {
        assertThat(byKey).hasSameSizeAs(units);
        assertThat(units.stream()
                        .collect(Collectors.groupingBy(
                                unit -> unit.getLevel() + " " + unit.getValidFrom(), Collectors.counting())))
                .isEqualTo(Map.of(
                        "PROVINCE 2004-01-01", 63L,
                        "DISTRICT 2004-01-01", 696L,
                        "COMMUNE 2004-01-01", 10_035L,
                        "PROVINCE 2025-07-01", 34L,
                        "AREA 2025-07-01", 696L,
                        "COMMUNE 2025-07-01", 3_321L));
        assertThat(units).allSatisfy(unit -> {
            assertThat(Normalizer.isNormalized(unit.getName(), Form.NFC)).isTrue();
            assertThat(unit.getValidTo()).isEqualTo(unit.getValidFrom().equals(BEFORE) ? REFORM.minusDays(1) : null);
            assertThat(unit.getSuccessors().isEmpty()).isEqualTo(unit.getValidTo() == null);
        });
    }

    @Test
    void diLinhIsWhatTheProjectShips() {
        Set<String> old = codes("679", BEFORE);
        assertThat(old).hasSize(19);
        Set<String> now = new TreeSet<>();
        old.forEach(code -> now.addAll(successors(code)));
        assertThat(now).containsExactly("25000", "25007", "25015", "25018", "25036", "25042", "25051");

        Unit area = byKey.get("679@2025-07-01");
        assertThat(area.getLevel()).isEqualTo(UnitLevel.AREA);
        assertThat(area.getName()).isEqualTo("Khu vực huyện Di Linh (cũ)");
        assertThat(area.getParentCode()).isEqualTo("68");
        assertThat(area.getMembers()).containsExactlyElementsOf(now);

        for (Unit shipped : ReferenceData.diLinh().units()) {
            Unit read = byKey.get(ReferenceData.key(shipped));
            // The crosswalk has coordinates of the communes of today alone.
            read = Unit.newBuilder(read)
                    .setLatitude(shipped.getLatitude())
                    .setLongitude(shipped.getLongitude())
                    .build();
            assertThat(read).isEqualTo(shipped);
        }
    }

    @Test
    void aCodeIsAnotherPlaceAfterTheReform() {
        assertThat(byKey.get("25007@2004-01-01").getName()).isEqualTo("Xã Tân Lâm");
        assertThat(byKey.get("25007@2025-07-01").getName()).isEqualTo("Xã Đinh Trang Thượng");
        assertThat(byKey.get("82@2004-01-01").getName()).isEqualTo("Tỉnh Tiền Giang");
        assertThat(byKey.get("82@2025-07-01").getName()).isEqualTo("Tỉnh Đồng Tháp");
        assertThat(units.stream()
                        .filter(unit -> unit.getLevel() == UnitLevel.COMMUNE && unit.getValidTo() == null)
                        .filter(unit -> byKey.containsKey(unit.getCode() + "@" + BEFORE)))
                .as("communes that took over a code")
                .hasSize(3_316);
    }

    @Test
    void aDividedCommuneNamesAllThatTookOverInTheOrderOfTheFile() {
        assertThat(units.stream()
                        .filter(unit -> unit.getLevel() == UnitLevel.COMMUNE)
                        .filter(unit -> unit.getSuccessors().size() > 1))
                .hasSize(471)
                .allSatisfy(unit -> assertThat(unit.getSuccessors())
                        .extracting(Successor::getShare)
                        .containsOnlyNulls());
    }

    @Test
    void provincesMergeOneWithoutAChangeIsTwoUnitsToo() {
        assertThat(successors("60")).containsExactly("68");
        assertThat(successors("67")).containsExactly("68");
        assertThat(successors("68")).containsExactly("68");
        assertThat(successors("01")).containsExactly("01");
        assertThat(byKey.get("01@2025-07-01").getName()).isEqualTo("Thành phố Hà Nội");
        assertThat(units.stream().filter(unit -> unit.getLevel() == UnitLevel.PROVINCE))
                .allSatisfy(unit -> assertThat(unit.getParentCode()).isNull());
    }

    @Test
    void areasPartitionTheCommunesOfToday() {
        List<String> members =
                units.stream().flatMap(unit -> unit.getMembers().stream()).toList();
        assertThat(members).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(members))
                .isEqualTo(units.stream()
                        .filter(unit -> unit.getLevel() == UnitLevel.COMMUNE && unit.getValidTo() == null)
                        .map(Unit::getCode)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(units.stream().filter(unit -> unit.getLevel() == UnitLevel.AREA))
                .allSatisfy(area -> assertThat(area.getMembers()).isNotEmpty());
    }

    @Test
    void anIslandDistrictWithoutCommunesBecameItsCommune() {
        assertThat(successors("755")).hasSize(1);
        assertThat(byKey.get(successors("755").get(0) + "@2025-07-01").getName())
                .isEqualTo("Đặc khu Côn Đảo");
        assertThat(byKey.get("755@2025-07-01").getMembers()).isEqualTo(successors("755"));
        assertThat(codes("755", BEFORE)).isEmpty();
    }

    private static List<String> successors(String code) {
        return byKey.get(code + "@" + BEFORE).getSuccessors().stream()
                .map(Successor::getCode)
                .toList();
    }

    private static Set<String> codes(String parent, LocalDate from) {
        return units.stream()
                .filter(unit -> parent.equals(unit.getParentCode())
                        && unit.getValidFrom().equals(from))
                .map(Unit::getCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
