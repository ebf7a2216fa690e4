package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
import org.lienthong.reporting.index.ServiceYear.Filed;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;

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
            Map<IndexMetric, Share> expected = expected(
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
                .isEqualTo(ServiceIndex.of(expected(
                        filed -> filed.record().getHolderAgency().equals("H36.1"),
                        report -> report.getHeader().getAgencyId().equals("H36.1"),
                        null)));
        assertThat(department).isEqualTo(ServiceIndex.of(expected(filed -> true, report -> true, null)));
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

    /** What the decision counts, told once more, of dossiers and statements instead of sums. */
    private static Map<IndexMetric, Share> expected(
            Predicate<Filed> which, Predicate<ServiceReport> whose, @Nullable UnitLevel level) {
        List<Filed> dossiers = YEAR.dossiers().stream().filter(which).toList();
        List<ServiceReport> reports = YEAR.reports().stream().filter(whose).toList();
        List<Procedure> procedures = YEAR.procedures().stream()
                .filter(p -> handles(level, p.getLevel())
                        || dossiers.stream()
                                .anyMatch(d -> d.record().getProcedureCode().equals(p.getCode())))
                .toList();
        Long received = dossiers.isEmpty() ? null : (long) dossiers.size();
        Map<IndexMetric, Share> shares = new EnumMap<>(IndexMetric.class);
        shares.put(IndexMetric.PUBLISH_ON_TIME, stated(reports, "publishedOnTime", "publicationsDue"));
        shares.put(IndexMetric.PUBLIC_UPDATE_ON_TIME, stated(reports, "updatedOnTime", "updatesDue"));
        shares.put(IndexMetric.PUBLIC_CONTENT_FULL, stated(reports, "contentsComplete", "contentsChecked"));
        shares.put(
                IndexMetric.DOSSIER_SYNC,
                Share.ofLarger(
                        sum(reports, "synced"), sum(reports, "nationalReceived"), sum(reports, "portalReceived")));
        shares.put(IndexMetric.TDGQ, Share.of(count(dossiers, IndexQueryTest::isInTime), received));
        List<Procedure> online =
                procedures.stream().filter(Procedure::getOnline).toList();
        shares.put(IndexMetric.ONLINE_FORMALITY, procedures(online, procedures));
        shares.put(
                IndexMetric.ONLINE_FORMALITY_USED,
                procedures(used(online, dossiers, d -> d.record().getChannel() == Channel.ONLINE), online));
        shares.put(
                IndexMetric.ONLINE_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getChannel() == Channel.ONLINE), received));
        shares.put(
                IndexMetric.ONLINE_PAYMENT_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getPaidOnline()), count(dossiers, IndexQueryTest::owesFee)));
        List<Procedure> fee = procedures.stream().filter(Procedure::getFee).toList();
        Share paid = procedures(used(fee, dossiers, d -> d.record().getPaidOnline()), fee);
        shares.put(
                IndexMetric.ONLINE_PAYMENT_FORMALITY,
                new Share(
                        paid.numerator(),
                        paid.denominator(),
                        paid.denominator() == null
                                ? null
                                : (long) used(fee, dossiers, IndexQueryTest::owesFee)
                                        .size()));
        shares.put(
                IndexMetric.PAYMENT_FORMALITY_PROVIDED,
                procedures(fee.stream().filter(Procedure::getOnline).toList(), fee));
        shares.put(
                IndexMetric.ORIGINAL_RESULT_AVAILABLE,
                new Share(
                        count(dossiers, d -> isFinished(d) && d.record().getElectronicResult()),
                        received,
                        count(dossiers, IndexQueryTest::isFinished)));
        shares.put(
                IndexMetric.SO_HOA_GIAY_TO_GIAI_QUYET,
                Share.of(count(dossiers, d -> d.record().getPapersDigitised() > 0), received));
        shares.put(IndexMetric.ELECTRONIC_CERTIFIED_COPY, stated(reports, "certifiedCopies", "certifiedCopiesDue"));
        shares.put(
                IndexMetric.REUSED_DIGITIZED_DATA,
                Share.of(count(dossiers, d -> d.record().getPapersReused() > 0), received));
        shares.put(
                IndexMetric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE,
                Share.of(count(dossiers, d -> d.record().getCitizenStore()), received));
        shares.put(
                IndexMetric.CITIZEN_DATA_CONNECTED_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getPopulationData()), received));
        shares.put(
                IndexMetric.CITIZEN_DATA_CONNECTED_FORMALITY,
                procedures(used(procedures, dossiers, d -> d.record().getPopulationData()), procedures));
        shares.put(IndexMetric.PETITION_PROCESSING_ON_TIME, stated(reports, "petitionsOnTime", "petitions"));
        shares.put(IndexMetric.PETITION_HANDLING_SATISFACTION, stated(reports, "petitionsSatisfied", "petitions"));
        Long inTime = count(dossiers, IndexQueryTest::isInTime);
        Long disliked = count(
                dossiers, d -> d.record().getRating() != null && d.record().getRating() < 4);
        shares.put(
                IndexMetric.DOSSIER_RECEIVING_SATISFACTION,
                Share.of(inTime == null || disliked == null ? null : Math.max(0, inTime - disliked), received));
        return shares;
    }

    private static boolean isInTime(Filed filed) {
        Figures figures = filed.figures();
        return figures.getLate() + figures.getOverdue() == 0;
    }

    private static boolean isFinished(Filed filed) {
        return filed.record().getFinishedAt() != null;
    }

    private static boolean owesFee(Filed filed) {
        return filed.record().getFeesRequested().signum() > 0;
    }

    private static @Nullable Long count(List<Filed> dossiers, Predicate<Filed> which) {
        return dossiers.isEmpty() ? null : dossiers.stream().filter(which).count();
    }

    private static List<Procedure> used(List<Procedure> procedures, List<Filed> dossiers, Predicate<Filed> how) {
        Set<String> codes = new HashSet<>();
        dossiers.stream().filter(how).forEach(filed -> codes.add(filed.record().getProcedureCode()));
        return procedures.stream().filter(p -> codes.contains(p.getCode())).toList();
    }

    /** Where a target has no procedures at all, nothing is known of them. */
    private static Share procedures(List<Procedure> some, List<Procedure> of) {
        return Share.of((long) some.size(), (long) of.size());
    }

    private static Share stated(List<ServiceReport> reports, String numerator, String denominator) {
        return Share.of(
                sum(reports.stream().filter(r -> r.get(denominator) != null).toList(), numerator),
                sum(reports, denominator));
    }

    private static @Nullable Long sum(List<ServiceReport> reports, String field) {
        List<Long> stated = new ArrayList<>();
        for (ServiceReport report : reports) {
            if (report.get(field) instanceof Long count) {
                stated.add(count);
            }
        }
        return stated.isEmpty()
                ? null
                : stated.stream().mapToLong(Long::longValue).sum();
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

    private static boolean handles(@Nullable UnitLevel unit, UnitLevel procedure) {
        List<UnitLevel> levels =
                Arrays.asList(UnitLevel.COUNTRY, UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE);
        return unit != null
                && levels.indexOf(procedure) >= levels.indexOf(unit == UnitLevel.AREA ? UnitLevel.COMMUNE : unit);
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
