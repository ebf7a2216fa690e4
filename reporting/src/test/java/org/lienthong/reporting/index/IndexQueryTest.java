package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.index.IndexMetric.Thing;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.UnitLevel;

/** The index of every unit of a year against its dossiers and statements, counted one by one. */
class IndexQueryTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ServiceYear YEAR = new ServiceYear();
    private static final MapChoice RESTATED = new MapChoice(ServiceYear.NEW);
    private static final IndexPeriod ALL = IndexPeriod.parse("2025");

    private static IndexQuery indexes;
    private static UnitQuery units;

    @BeforeAll
    static void write() {
        YEAR.write(new SinkRows(DATABASE.database().dataSource()));
        indexes = new IndexQuery(DATABASE.database().dataSource());
        units = new UnitQuery(DATABASE.database().dataSource());
    }

    @ParameterizedTest
    @CsvSource({
        "1,   2004-01-01, filed,    1@2004-01-01",
        "1,   2025-07-01, filed,    1@2025-07-01",
        "4,   2004-01-01, filed,    4@2004-01-01",
        "679, 2004-01-01, filed,    1@2004-01-01 2@2004-01-01 679@2004-01-01",
        "679, 2025-07-01, filed,    1@2025-07-01",
        "1,   2025-07-01, restated, 1@2004-01-01 2@2004-01-01 1@2025-07-01",
        "679, 2025-07-01, restated, 1@2004-01-01 2@2004-01-01 1@2025-07-01 679@2004-01-01",
        "68,  2004-01-01, filed,    1@2004-01-01 2@2004-01-01 679@2004-01-01 1@2025-07-01 4@2004-01-01 5@2004-01-01",
        "68,  2004-01-01, restated, 1@2004-01-01 2@2004-01-01 679@2004-01-01 1@2025-07-01 4@2004-01-01 5@2004-01-01",
    })
    void everyShareIsWhatTheDossiersAndStatementsSay(String code, LocalDate since, String map, String parts)
            throws SQLException {
        Set<String> within = Set.of(parts.split(" "));
        UnitView unit = units.unit(code, since).orElseThrow();
        MapChoice choice = map.equals("filed") ? MapChoice.AS_FILED : RESTATED;

        for (String period : List.of("2025", "2025-03", "2025-06", "2025-07", "2024")) {
            IndexPeriod when = IndexPeriod.parse(period);
            Map<IndexMetric, Share> expected = OneByOne.shares(
                    YEAR,
                    filed -> within.contains(filed.unit()) && isIn(filed.month(), when),
                    report -> within.contains(unit(report)) && isIn(report.getMonth(), when),
                    level(unit));

            assertThat(indexes.sharesOfUnit(unit, choice, when))
                    .as("%s %s %s", code, map, period)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filed", "restated"})
    void whatCommunesCountAddsUpToTheProvince(String map) throws SQLException {
        boolean filed = map.equals("filed");
        MapChoice choice = filed ? MapChoice.AS_FILED : RESTATED;
        List<UnitView> parts = new ArrayList<>();
        for (String code : filed ? List.of("4", "5", "679") : List.of("4", "5")) {
            parts.add(units.unit(code, ServiceYear.LAST).orElseThrow());
        }
        // As filed, the district's own office is in the district; restated, in the area.
        parts.add(units.unit(filed ? "1" : "679", ServiceYear.NEW).orElseThrow());
        Map<IndexMetric, Share> province =
                indexes.sharesOfUnit(units.unit("68", null).orElseThrow(), choice, ALL);

        Map<IndexMetric, Share> sum = new EnumMap<>(IndexMetric.class);
        for (UnitView part : parts) {
            indexes.sharesOfUnit(part, choice, ALL)
                    .forEach((metric, share) -> sum.merge(metric, share, IndexQueryTest::plus));
        }

        for (IndexMetric metric : IndexMetric.values()) {
            if (metric.thing() != Thing.PROCEDURE || metric.group() == IndexGroup.CKMB) {
                assertThat(sum.get(metric)).as("%s", metric).isEqualTo(province.get(metric));
                assertThat(IndexRules.score(metric, sum.get(metric)).points())
                        .isEqualTo(
                                IndexRules.score(metric, province.get(metric)).points());
            }
        }
    }

    @Test
    void anAgencyAnswersForWhatItAndThoseBelowItHold() throws SQLException {
        ServiceIndex commune = indexes.ofAgency("H36.1", ALL);
        ServiceIndex department = indexes.ofAgency("H36", ALL);
        ServiceIndex nobody = indexes.ofAgency("H37", ALL);

        assertThat(commune)
                .isEqualTo(ServiceIndex.of(OneByOne.shares(
                        YEAR,
                        filed -> filed.record().getHolderAgency().equals("H36.1"),
                        report -> report.getHeader().getAgencyId().equals("H36.1"),
                        null)));
        assertThat(department).isEqualTo(ServiceIndex.of(OneByOne.shares(YEAR, filed -> true, report -> true, null)));
        assertThat(nobody.total()).as("certified copies").isEqualByComparingTo("2");
    }

    @Test
    void theRankingHasTheIndexOfEveryUnitOfTheLevel() throws SQLException {
        for (MapChoice map : List.of(MapChoice.AS_FILED, RESTATED)) {
            List<RankedUnit> ranking = indexes.ranking(UnitLevel.COMMUNE, ServiceYear.NEW, map, ALL);

            assertThat(ranking).extracting(r -> r.unit().code()).containsExactlyInAnyOrder("1", "4", "5");
            assertThat(ranking).extracting(RankedUnit::rank).containsExactly(1, 2, 3);
            for (RankedUnit ranked : ranking) {
                ServiceIndex index = indexes.ofUnit(ranked.unit(), map, ALL);
                assertThat(ranked.total()).isEqualTo(index.total());
                assertThat(index.groups())
                        .allSatisfy(group -> assertThat(ranked.groups())
                                .containsEntry(IndexGroup.valueOf(group.code()), group.points()));
            }
            assertThat(ranking).extracting(RankedUnit::total).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void theViewHasTheSameCountsForEveryMonth() throws SQLException {
        for (String code : List.of("68", "1", "679")) {
            UnitView unit = units.unit(code, ServiceYear.NEW).orElseThrow();
            for (String month : List.of("2025-06", "2025-07")) {
                Map<IndexMetric, Share> view = new Reader(DATABASE.database().dataSource())
                        .list("""
                                SELECT * FROM lienthong.service_index_counts
                                WHERE (unit_code, unit_valid_from, month) = (?, ?::date, ?::date)
                                """, IndexCounts::read, code, unit.validFrom(), LocalDate.parse(month + "-01")).stream()
                                .findFirst()
                                .orElse(null);
                if (view != null) {
                    assertThat(view)
                            .isEqualTo(indexes.sharesOfUnit(unit, MapChoice.AS_FILED, IndexPeriod.parse(month)));
                } else {
                    assertThat(month).as("of a unit that began later").isEqualTo("2025-06");
                }
            }
        }
    }

    private static Share plus(Share a, Share b) {
        return new Share(
                plus(a.numerator(), b.numerator()),
                plus(a.denominator(), b.denominator()),
                plus(a.otherDenominator(), b.otherDenominator()));
    }

    private static @Nullable Long plus(@Nullable Long a, @Nullable Long b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a + b;
    }

    private static UnitLevel level(UnitView unit) {
        return UnitLevel.valueOf(String.valueOf(unit.level()));
    }

    private static boolean isIn(String month, IndexPeriod period) {
        return month.compareTo(period.from().toString()) >= 0
                && month.compareTo(period.to().toString()) <= 0;
    }

    private static String unit(ServiceReport report) {
        boolean kept = report.getUnitCode().equals("4") || report.getUnitCode().equals("5");
        boolean before = report.getMonth().compareTo("2025-07") < 0;
        return report.getUnitCode() + "@" + (kept || before ? ServiceYear.OLD : ServiceYear.NEW);
    }
}
