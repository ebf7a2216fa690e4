package org.lienthong.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitCell;

/** A province of two districts with a merged, a divided and a kept commune, counted on every map. */
class FigureMapsTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final LocalDate OLD = LocalDate.of(2004, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final LocalDate NEW = LocalDate.of(2025, 7, 1);
    private static final MapChoice BEFORE = new MapChoice(LAST);
    private static final MapChoice AFTER = new MapChoice(NEW);
    private static final CellFilter ALL = CellFilter.of(Period.ALL);

    /** What the stream makes of the cells: each unit with everything that stood below it in the month. */
    private static final String ADDED_UP = """
            INSERT INTO lienthong.unit_statistics
                (unit_code, unit_valid_from, sector, month, level, time_bins, time_counts, %s)
            SELECT t.above_code, t.above_valid_from, c.sector, c.month, u.level,
                ARRAY[min(c.time_bins[1])], ARRAY[sum(c.time_counts[1])], %s
            FROM lienthong.figure_cells c
                JOIN lienthong.unit_tree t ON (t.code, t.valid_from) = (c.unit_code, c.unit_valid_from)
                JOIN lienthong.maps m ON m.map_from = t.map_from
                    AND greatest(c.month, c.unit_valid_from) BETWEEN m.map_from AND m.map_to
                JOIN lienthong.units u ON (u.code, u.valid_from) = (t.above_code, t.above_valid_from)
            GROUP BY 1, 2, 3, 4, 5
            """.formatted(
                    String.join(", ", org.lienthong.reporting.figures.Figures.COLUMNS),
                    org.lienthong.reporting.figures.Figures.SUMS);

    private static FigureQuery figures;
    private static UnitQuery units;
    private static long everything;
    /** What was filed in each dated unit. */
    private static final Map<String, Long> FILED = new TreeMap<>();

    @BeforeAll
    static void fill() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        List<Unit> all = List.of(
                unit("68", OLD, LAST, UnitLevel.PROVINCE, null, "68"),
                unit("68", NEW, null, UnitLevel.PROVINCE, null),
                unit("679", OLD, LAST, UnitLevel.DISTRICT, "68", "679"),
                unit("680", OLD, LAST, UnitLevel.DISTRICT, "68", "680"),
                area("679", "1", "3"),
                area("680", "5"),
                unit("1", OLD, LAST, UnitLevel.COMMUNE, "679", "1"),
                unit("2", OLD, LAST, UnitLevel.COMMUNE, "679", "1"),
                Unit.newBuilder(unit("4", OLD, LAST, UnitLevel.COMMUNE, "680"))
                        .setSuccessors(List.of(new Successor("5", 0.3), new Successor("3", 0.7)))
                        .build(),
                unit("5", OLD, LAST, UnitLevel.COMMUNE, "680", "5"),
                unit("1", NEW, null, UnitLevel.COMMUNE, "68"),
                unit("3", NEW, null, UnitLevel.COMMUNE, "68"),
                unit("5", NEW, null, UnitLevel.COMMUNE, "68"));
        rows.units(all);
        Random random = new Random(679);
        List<UnitCell> cells = new ArrayList<>();
        for (Unit unit : all) {
            boolean old = unit.getValidTo() != null;
            for (int month = old ? 1 : 7; month <= (old ? 6 : 12); month++) {
                long received = 1 + random.nextInt(50);
                Figures f = Figures.newBuilder()
                        .setReceived(received)
                        .setMeasured(received)
                        .setWorkingMinutes(received * 600)
                        .build();
                UnitCell cell = Samples.cell(
                        unit.getCode(), unit.getValidFrom(), Sector.HEALTH, "2025-%02d".formatted(month), "H36", f);
                cell.setWorkingTimes(List.of(new TimeBin(TimeSketch.bin(600), received)));
                cells.add(cell);
                everything += received;
                FILED.merge(unit.getCode() + "@" + unit.getValidFrom(), received, Long::sum);
            }
        }
        rows.cells(cells);
        DATABASE.execute(ADDED_UP);
        figures = new FigureQuery(DATABASE.database().dataSource());
        units = new UnitQuery(DATABASE.database().dataSource());
    }

    @Test
    void asFiledEachProvinceHasWhatWasFiledInItsTime() throws SQLException {
        long before = received("68", OLD, MapChoice.AS_FILED);
        long after = received("68", NEW, MapChoice.AS_FILED);

        assertThat(before + after).isEqualTo(everything);
        assertThat(received("679", OLD, MapChoice.AS_FILED))
                .isEqualTo(filed("679@2004-01-01", "1@2004-01-01", "2@2004-01-01"));
    }

    @Test
    void onEveryMapTheProvinceHasEverything() throws SQLException {
        assertThat(received("68", OLD, BEFORE)).isEqualTo(everything);
        assertThat(received("68", NEW, AFTER)).isEqualTo(everything);
    }

    @Test
    void aMergedCommuneHasWhatWasFiledInThoseItIsMadeOf() throws SQLException {
        assertThat(received("1", NEW, AFTER)).isEqualTo(filed("1@2004-01-01", "2@2004-01-01", "1@2025-07-01"));
    }

    @Test
    void aDividedCommuneGoesWholeToItsLargestPartAndIsFlagged() throws SQLException {
        Statistics largest = statistics("3", NEW, AFTER);

        assertThat(largest.figures().received()).isEqualTo(filed("4@2004-01-01", "3@2025-07-01"));
        assertThat(largest.divided()).isEqualTo(filed("4@2004-01-01"));
        assertThat(statistics("5", NEW, AFTER).divided()).isZero();
    }

    @Test
    void theFormerDistrictIsAnAreaThatKeepsWhatWasFiledAtItsOffice() throws SQLException {
        assertThat(received("679", NEW, AFTER))
                .isEqualTo(received("1", NEW, AFTER)
                        + received("3", NEW, AFTER)
                        + filed("679@2004-01-01", "679@2025-07-01"));
    }

    @Test
    void onTheMapBeforeTheReformANewCommuneCountsInTheSmallestUnitThatHeldItsParts() throws SQLException {
        assertThat(received("679", OLD, BEFORE))
                .isEqualTo(filed("679@2004-01-01", "1@2004-01-01", "2@2004-01-01", "1@2025-07-01", "679@2025-07-01"));
        assertThat(received("4", OLD, BEFORE)).isEqualTo(filed("4@2004-01-01", "3@2025-07-01"));
    }

    @Test
    void whatIsDirectlyBelowAddsUpToTheUnitWithoutItsOwnOffice() throws SQLException {
        for (MapChoice map : List.of(MapChoice.AS_FILED, BEFORE)) {
            UnitView district = units.unit("679", LAST).orElseThrow();
            long communes = figures.ofChildren(district, map, fromCells(map)).values().stream()
                    .mapToLong(org.lienthong.reporting.figures.Figures::received)
                    .sum();
            long own = map.day() == null ? filed("679@2004-01-01") : received("679", OLD, BEFORE) - communes;

            assertThat(communes + own).as("%s", map).isEqualTo(received("679", OLD, map));
        }
    }

    @Test
    void whatIsAddedUpAlreadyIsWhatTheCellsAddUpTo() throws SQLException {
        CellFilter cells = new CellFilter(Period.ALL, null, null, null, "H36");
        for (MapChoice map : List.of(MapChoice.AS_FILED, BEFORE, AFTER)) {
            for (UnitView unit : units.units(map.day())) {
                for (Grouping by : List.of(Grouping.NONE, Grouping.MONTH, Grouping.SECTOR)) {
                    assertThat(figures.ofUnit(unit, map, ALL, by))
                            .as("%s of %s on %s", by, unit, map)
                            .usingRecursiveComparison()
                            .isEqualTo(figures.ofUnit(unit, map, cells, by));
                }
                assertThat(figures.ofChildren(unit, map, ALL))
                        .as("below %s on %s", unit, map)
                        .usingRecursiveComparison()
                        .isEqualTo(figures.ofChildren(unit, map, cells));
            }
        }
    }

    @Test
    void groupsAddUpAndTheMedianIsWithinItsError() throws SQLException {
        Statistics months = figures.ofUnit(units.unit("68", NEW).orElseThrow(), AFTER, ALL, Grouping.MONTH);

        assertThat(months.groups().stream()
                        .mapToLong(g -> g.figures().received())
                        .sum())
                .isEqualTo(everything);
        assertThat(months.figures().meanHours()).isEqualTo(10);
        assertThat(months.figures().medianHours()).isBetween(9.9, 10.1);
    }

    @Test
    void anAgencyHasWhatItHolds() throws SQLException {
        assertThat(figures.ofAgency("H36", ALL, Grouping.CHANNEL).figures().received())
                .isEqualTo(everything);
        assertThat(figures.ofAgency("H37", ALL, Grouping.NONE).figures()).isNull();
    }

    private static long received(String code, LocalDate from, MapChoice map) throws SQLException {
        return statistics(code, from, map).figures().received();
    }

    private static Statistics statistics(String code, LocalDate from, MapChoice map) throws SQLException {
        return figures.ofUnit(units.unit(code, from).orElseThrow(), map, fromCells(map), Grouping.NONE);
    }

    /** By the one agency that holds everything: what is added up by the stream knows no agencies. */
    private static CellFilter fromCells(MapChoice map) {
        return new CellFilter(Period.ALL, null, null, null, map.day() == null ? "H36" : null);
    }

    private static long filed(String... dated) {
        long sum = 0;
        for (String unit : dated) {
            sum += FILED.get(unit);
        }
        return sum;
    }

    private static Unit unit(
            String code, LocalDate from, LocalDate to, UnitLevel level, String parent, String... successors) {
        List<Successor> followed = new ArrayList<>();
        for (String successor : successors) {
            followed.add(new Successor(successor, null));
        }
        return Unit.newBuilder(Samples.unit(code, from, to, level, "Unit " + code, parent))
                .setSuccessors(followed)
                .build();
    }

    private static Unit area(String code, String... members) {
        return Unit.newBuilder(unit(code, NEW, null, UnitLevel.AREA, "68"))
                .setMembers(List.of(members))
                .build();
    }
}
