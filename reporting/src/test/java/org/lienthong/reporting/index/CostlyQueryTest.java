package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.index.IndexMetric.Thing;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.dossier.DossierRecord;

/** The dossiers that cost points are those that the index misses. */
class CostlyQueryTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final ServiceYear YEAR = new ServiceYear();
    private static final MapChoice RESTATED = new MapChoice(ServiceYear.NEW);
    private static final IndexPeriod ALL = IndexPeriod.parse("2025");
    private static final int EVERYTHING = 1_000;

    private static IndexQuery indexes;
    private static CostlyQuery costly;
    private static UnitQuery units;

    @BeforeAll
    static void write() {
        YEAR.write(new SinkRows(DATABASE.database().dataSource()));
        indexes = new IndexQuery(DATABASE.database().dataSource());
        costly = new CostlyQuery(DATABASE.database().dataSource());
        units = new UnitQuery(DATABASE.database().dataSource());
    }

    @ParameterizedTest
    @EnumSource(
            value = IndexMetric.class,
            names = {
                "TDGQ",
                "ONLINE_DOSSIER",
                "ONLINE_PAYMENT_DOSSIER",
                "ORIGINAL_RESULT_AVAILABLE",
                "SO_HOA_GIAY_TO_GIAI_QUYET",
                "REUSED_DIGITIZED_DATA",
                "SYNCED_WITH_DVCQG_PERSONAL_STORAGE",
                "CITIZEN_DATA_CONNECTED_DOSSIER"
            })
    void thereAreAsManyAsTheIndexMisses(IndexMetric metric) throws SQLException {
        for (String period : List.of("2025", "2025-06", "2025-07")) {
            for (MapChoice map : List.of(MapChoice.AS_FILED, RESTATED)) {
                for (UnitView unit : List.of(unit("68", null), unit("1", null), unit("679", null))) {
                    IndexPeriod when = IndexPeriod.parse(period);
                    Share share = indexes.sharesOfUnit(unit, map, when).get(metric);
                    long missed = share.denominator() == null ? 0 : share.denominator() - share.numerator();

                    assertThat(page(unit, map, when, metric, null, EVERYTHING).dossiers())
                            .as("%s %s %s", unit.code(), map, period)
                            .hasSize((int) missed);
                }
            }
        }
    }

    /** One that is both late and badly rated costs twice, and is listed once. */
    @Test
    void satisfactionMissesWhatIsLateOrBadlyRated() throws SQLException {
        List<String> expected = YEAR.dossiers().stream()
                .filter(filed -> filed.figures().getLate() + filed.figures().getOverdue() > 0
                        || filed.figures().getRated() > filed.figures().getSatisfied())
                .map(filed -> filed.record().getCode())
                .toList();

        assertThat(page(
                                unit("68", null),
                                MapChoice.AS_FILED,
                                ALL,
                                IndexMetric.DOSSIER_RECEIVING_SATISFACTION,
                                null,
                                EVERYTHING)
                        .dossiers())
                .extracting(CostlyDossier::code)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void pagesTogetherAreTheListWhateverTheirSize(int limit) throws SQLException {
        UnitView unit = unit("679", ServiceYear.LAST);
        List<CostlyDossier> all = new ArrayList<>();
        ListPlace<LocalDate> after = null;
        do {
            CostlyQuery.Page page = page(unit, MapChoice.AS_FILED, ALL, IndexMetric.TDGQ, after, limit);
            all.addAll(page.dossiers());
            after = page.more() ? place(all.get(all.size() - 1)) : null;
        } while (after != null);

        assertThat(all)
                .isEqualTo(page(unit, MapChoice.AS_FILED, ALL, IndexMetric.TDGQ, null, EVERYTHING)
                        .dossiers())
                .doesNotHaveDuplicates()
                .extracting(dossier -> dossier.filedOn() + dossier.code())
                .isSorted();
    }

    @Test
    void aDossierCarriesTheNamesOfItsDay() throws SQLException {
        DossierRecord late = YEAR.dossiers().stream()
                .filter(filed -> filed.unit().equals("2@2004-01-01"))
                .filter(filed -> filed.figures().getLate() > 0)
                .filter(filed -> !filed.record().getProcedureCode().equals("X"))
                .findFirst()
                .orElseThrow()
                .record();

        CostlyDossier found =
                page(unit("1", null), RESTATED, ALL, IndexMetric.TDGQ, null, EVERYTHING).dossiers().stream()
                        .filter(dossier -> dossier.code().equals(late.getCode()))
                        .findFirst()
                        .orElseThrow();

        assertThat(found.unit().name()).isEqualTo("Cũ 2");
        assertThat(found.agency().name()).isEqualTo("UBND xã Di Linh");
        assertThat(found.procedure().code()).isEqualTo(late.getProcedureCode());
        assertThat(found.finishedAt()).isEqualTo(late.getFinishedAt()).isAfter(found.dueAt());
    }

    @ParameterizedTest
    @EnumSource(IndexMetric.class)
    void aMetricOfOtherThingsHasNoList(IndexMetric metric) throws SQLException {
        boolean listed = costly.ofUnit(unit("68", null), MapChoice.AS_FILED, ALL, metric, null, 1)
                .isPresent();

        assertThat(listed).isEqualTo(metric.thing() == Thing.DOSSIER && metric != IndexMetric.DOSSIER_SYNC);
    }

    private static CostlyQuery.Page page(
            UnitView unit,
            MapChoice map,
            IndexPeriod period,
            IndexMetric metric,
            @Nullable ListPlace<LocalDate> after,
            int limit)
            throws SQLException {
        return costly.ofUnit(unit, map, period, metric, after, limit).orElseThrow();
    }

    /** As it comes back from a client. */
    private static ListPlace<LocalDate> place(CostlyDossier dossier) {
        return ListPlace.parse(
                new ListPlace<>("1f3a5b7c", dossier.filedOn(), dossier.code()).toString(), LocalDate::parse);
    }

    private static UnitView unit(String code, @Nullable LocalDate on) throws SQLException {
        return units.unit(code, on).orElseThrow();
    }
}
