package org.lienthong.reporting.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.reporting.units.DatedUnit.Successor;
import org.lienthong.reporting.units.UnitMap.Target;
import org.lienthong.schemas.reference.UnitLevel;

/** Under which unit of a map dossiers are counted. */
class UnitMapTest {

    private static final LocalDate BEFORE = Crosswalk.BEFORE;
    private static final LocalDate REFORM = Crosswalk.REFORM;
    private static final LocalDate LAST_DAY = REFORM.minusDays(1);

    /** Given Di Linh: two of its new communes, and the area. */
    private static final List<DatedUnit> DI_LINH = List.of(
            ended("68", UnitLevel.PROVINCE, null, "68"),
            begun("68", UnitLevel.PROVINCE, null),
            ended("679", UnitLevel.DISTRICT, "68", "679"),
            area("679", "68", "25000", "25007"),
            ended("25000", UnitLevel.COMMUNE, "679", "25000"),
            ended("25009", UnitLevel.COMMUNE, "679", "25000"),
            ended("25003", UnitLevel.COMMUNE, "679", "25007"),
            ended("25007", UnitLevel.COMMUNE, "679", "25007"),
            begun("25000", UnitLevel.COMMUNE, "68"),
            begun("25007", UnitLevel.COMMUNE, "68"));

    @Test
    void onTodaysMapAnOldCommuneIsTheOneThatTookOverAndTheDistrictIsItsArea() {
        assertThat(now(DI_LINH, "25009")).contains("25000@2025-07-01");
        assertThat(now(DI_LINH, "25007")).contains("25007@2025-07-01");
        assertThat(now(DI_LINH, "679")).contains("679@2025-07-01");
        assertThat(now(DI_LINH, "68")).contains("68@2025-07-01");
    }

    @Test
    void onTheMapBeforeANewCommuneIsTheDistrictThatHeldAllItWasMadeOf() {
        assertThat(before(DI_LINH, "25000")).contains("679@2004-01-01 divided");
        assertThat(before(DI_LINH, "25007")).contains("679@2004-01-01 divided");
        assertThat(before(DI_LINH, "679")).contains("679@2004-01-01");
        assertThat(before(DI_LINH, "68")).contains("68@2004-01-01");
    }

    @Test
    void aUnitThatIsOnTheMapIsItself() {
        for (DatedUnit unit : DI_LINH) {
            assertThat(new UnitMap(DI_LINH, unit.validFrom()).target(unit)).contains(new Target(unit, false));
        }
    }

    @Test
    void anAreaStandsAboveItsMembersBesideTheTree() {
        UnitMap map = new UnitMap(DI_LINH, REFORM);

        assertThat(keys(map.above(find(DI_LINH, "25000", REFORM)))).containsExactly("68@2025-07-01", "679@2025-07-01");
        assertThat(keys(map.above(find(DI_LINH, "679", REFORM)))).containsExactly("68@2025-07-01");
        assertThat(keys(new UnitMap(DI_LINH, BEFORE).above(find(DI_LINH, "25009", BEFORE))))
                .containsExactly("679@2004-01-01", "68@2004-01-01");
    }

    @Test
    void aDividedCommuneGoesWholeToTheLargestShare() {
        DatedUnit divided = divided("103", new Successor("101", 0.3), new Successor("202", 0.7));
        List<DatedUnit> units =
                with(divided, begun("101", UnitLevel.COMMUNE, "1"), begun("202", UnitLevel.COMMUNE, "1"));

        assertThat(now(units, "103")).contains("202@2025-07-01 divided");
    }

    @Test
    void withoutSharesItGoesToTheOneThatKeptItsCodeElseToTheFirst() {
        DatedUnit kept = divided("101", new Successor("202", null), new Successor("101", null));
        DatedUnit gone = divided("103", new Successor("202", null), new Successor("101", null));
        List<DatedUnit> units =
                with(kept, gone, begun("101", UnitLevel.COMMUNE, "1"), begun("202", UnitLevel.COMMUNE, "1"));

        assertThat(now(units, "101")).contains("101@2025-07-01 divided");
        assertThat(now(units, "103")).contains("202@2025-07-01 divided");
    }

    @Test
    void aDistrictThatWasDividedIsWhatStandsAboveAllThatTookOver() {
        List<DatedUnit> units = with(
                ended("11", UnitLevel.DISTRICT, "1", "101", "202"),
                begun("101", UnitLevel.COMMUNE, "1"),
                begun("202", UnitLevel.COMMUNE, "1"));

        assertThat(now(units, "11")).contains("1@2025-07-01 divided");
    }

    @Test
    void aPartOfADividedCommuneIsThatCommuneBefore() {
        DatedUnit divided = divided("103", new Successor("101", null), new Successor("202", null));
        List<DatedUnit> units =
                with(divided, begun("101", UnitLevel.COMMUNE, "1"), begun("202", UnitLevel.COMMUNE, "1"));

        assertThat(before(units, "101")).contains("103@2004-01-01");
        assertThat(before(units, "202")).contains("103@2004-01-01");
    }

    @Test
    void withoutASuccessorWhatStoodAboveCounts() {
        List<DatedUnit> units = with(ended("103", UnitLevel.COMMUNE, "1"));

        assertThat(now(units, "103")).contains("1@2025-07-01");
    }

    @Test
    void withoutAPredecessorWhatStandsAboveCounts() {
        List<DatedUnit> units = with(begun("300", UnitLevel.COMMUNE, "1"));

        assertThat(before(units, "300")).contains("1@2004-01-01");
    }

    @Test
    void whereNothingHeldAllTheOneThatKeptTheCodeCountsElseTheFirst() {
        List<DatedUnit> kept = List.of(
                ended("60", UnitLevel.PROVINCE, null, "68"),
                ended("68", UnitLevel.PROVINCE, null, "68"),
                begun("68", UnitLevel.PROVINCE, null));
        List<DatedUnit> renamed = List.of(
                ended("60", UnitLevel.PROVINCE, null, "99"),
                ended("68", UnitLevel.PROVINCE, null, "99"),
                begun("99", UnitLevel.PROVINCE, null));

        assertThat(before(kept, "68")).contains("68@2004-01-01 divided");
        assertThat(before(renamed, "99")).contains("60@2004-01-01 divided");
    }

    @Test
    void overSeveralReformsTheWayLeadsThroughEach() {
        LocalDate first = LocalDate.of(1990, 1, 1);
        List<DatedUnit> units = List.of(
                unit("1", first, null, UnitLevel.PROVINCE, null),
                unit("2", first, LocalDate.of(1996, 12, 31), UnitLevel.COMMUNE, "1", "3"),
                unit("3", LocalDate.of(1997, 1, 1), BEFORE.minusDays(1), UnitLevel.COMMUNE, "1", "4", "5"),
                unit("4", BEFORE, LAST_DAY, UnitLevel.COMMUNE, "1", "6"),
                unit("5", BEFORE, LAST_DAY, UnitLevel.COMMUNE, "1", "6"),
                unit("6", REFORM, null, UnitLevel.COMMUNE, "1"));

        assertThat(target(units, find(units, "2", first), REFORM)).contains("6@2025-07-01 divided");
        assertThat(target(units, find(units, "6", REFORM), first))
                .as("both ways lead through the same commune")
                .contains("2@1990-01-01");
    }

    @Test
    void aHistoryThatLeadsBackToItselfEndsNowhere() {
        List<DatedUnit> units = List.of(
                ended("8", UnitLevel.COMMUNE, "9"),
                ended("9", UnitLevel.COMMUNE, "8"),
                begun("7", UnitLevel.COMMUNE, "7"));

        assertThat(now(units, "8")).isEmpty();
        assertThat(before(units, "7")).isEmpty();
        assertThat(new UnitMap(units, BEFORE).above(find(units, "8", BEFORE))).hasSize(1);
    }

    @Test
    void onEveryMapOfTheCountryEveryUnitIsCountedOnceAndSumsAgree() {
        List<DatedUnit> units = Crosswalk.units();
        Random random = new Random(10_602);
        Map<DatedUnit, Integer> dossiers = new HashMap<>();
        units.forEach(unit -> dossiers.put(unit, random.nextInt(100)));
        long total = dossiers.values().stream().mapToLong(count -> count).sum();

        assertThat(UnitMap.days(units)).containsExactly(BEFORE, REFORM);
        for (LocalDate day : UnitMap.days(units)) {
            UnitMap map = new UnitMap(units, day);
            Map<DatedUnit, Long> sums = new HashMap<>();
            for (DatedUnit unit : units) {
                DatedUnit target = map.target(unit).orElseThrow().unit();
                assertThat(map.isOn(target)).isTrue();
                long count = dossiers.get(unit);
                Stream.concat(Stream.of(target), map.above(target).stream())
                        .forEach(above -> sums.merge(above, count, Long::sum));
            }
            assertThat(sums.entrySet().stream()
                            .filter(sum -> sum.getKey().level() == UnitLevel.PROVINCE)
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                    .as("all provinces on %s", day)
                    .isEqualTo(total);
        }
    }

    private static Optional<String> now(List<DatedUnit> units, String code) {
        return target(units, find(units, code, BEFORE), REFORM);
    }

    private static Optional<String> before(List<DatedUnit> units, String code) {
        return target(units, find(units, code, REFORM), BEFORE);
    }

    private static Optional<String> target(List<DatedUnit> units, DatedUnit unit, LocalDate day) {
        return new UnitMap(units, day)
                .target(unit)
                .map(target -> key(target.unit()) + (target.divided() ? " divided" : ""));
    }

    private static DatedUnit find(List<DatedUnit> units, String code, LocalDate from) {
        return units.stream()
                .filter(unit -> unit.code().equals(code) && unit.validFrom().equals(from))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(List<DatedUnit> units) {
        return units.stream().map(UnitMapTest::key).toList();
    }

    private static String key(DatedUnit unit) {
        return unit.code() + "@" + unit.validFrom();
    }

    /** Beside the province 1 of both times. */
    private static List<DatedUnit> with(DatedUnit... units) {
        return Stream.concat(
                        Stream.of(ended("1", UnitLevel.PROVINCE, null, "1"), begun("1", UnitLevel.PROVINCE, null)),
                        Stream.of(units))
                .toList();
    }

    private static DatedUnit ended(String code, UnitLevel level, @Nullable String parent, String... successors) {
        return unit(code, BEFORE, LAST_DAY, level, parent, successors);
    }

    private static DatedUnit begun(String code, UnitLevel level, @Nullable String parent) {
        return unit(code, REFORM, null, level, parent);
    }

    private static DatedUnit divided(String code, Successor... successors) {
        return new DatedUnit(code, BEFORE, LAST_DAY, UnitLevel.COMMUNE, "1", List.of(successors), List.of());
    }

    private static DatedUnit area(String code, String parent, String... members) {
        return new DatedUnit(code, REFORM, null, UnitLevel.AREA, parent, List.of(), List.of(members));
    }

    private static DatedUnit unit(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            UnitLevel level,
            @Nullable String parent,
            String... successors) {
        List<Successor> next = Stream.of(successors)
                .map(successor -> new Successor(successor, null))
                .toList();
        return new DatedUnit(code, from, to, level, parent, next, List.of());
    }
}
