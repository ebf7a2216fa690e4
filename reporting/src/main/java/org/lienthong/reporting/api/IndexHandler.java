package org.lienthong.reporting.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.agencies.AgencyQuery;
import org.lienthong.reporting.agencies.AgencyView;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.index.CostlyDossier;
import org.lienthong.reporting.index.CostlyQuery;
import org.lienthong.reporting.index.IndexMetric;
import org.lienthong.reporting.index.IndexPeriod;
import org.lienthong.reporting.index.IndexQuery;
import org.lienthong.reporting.index.RankedUnit;
import org.lienthong.reporting.index.ServiceIndex;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.reference.UnitLevel;

/** The service index of units and agencies, and the dossiers that cost points. */
final class IndexHandler {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final IndexQuery indexes;
    private final CostlyQuery costly;
    private final UnitQuery units;
    private final AgencyQuery agencies;
    private final AnswerCache answers;
    private final Cursors cursors;

    IndexHandler(DataSource database, AnswerCache answers) {
        this.indexes = new IndexQuery(database);
        this.costly = new CostlyQuery(database);
        this.units = new UnitQuery(database);
        this.agencies = new AgencyQuery(database);
        this.answers = answers;
        this.cursors = new Cursors(database);
    }

    record UnitIndex(
            UnitView unit,
            MapChoice map,
            IndexPeriod period,
            @JsonUnwrapped ServiceIndex index) {}

    record AgencyIndex(
            AgencyView agency,
            IndexPeriod period,
            @JsonUnwrapped ServiceIndex index) {}

    record Ranking(UnitLevel level, LocalDate on, MapChoice map, IndexPeriod period, List<RankedUnit> units) {}

    /** @param next what to give as {@code after} for the next page; null: this is the last */
    record CostlyDossiers(
            UnitView unit,
            MapChoice map,
            IndexPeriod period,
            IndexMetric metric,
            List<CostlyDossier> dossiers,
            @Nullable String next) {}

    /** {@code /v1/units/{code}/index?period=&on=&map=&asOf=} */
    void ofUnit(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("period", "on", "map", "asOf"));
        IndexPeriod period = period(parameters);
        MapChoice map = new FigureParameters(parameters).map();
        LocalDate on = new FigureParameters(parameters).on(map);
        String code = code(request);
        answers.answer(request, map, () -> {
            UnitView unit = unit(code, on);
            return new UnitIndex(unit, map, period, indexes.ofUnit(unit, map, period));
        });
    }

    /** {@code /v1/agencies/{id}/index?period=} */
    void ofAgency(Context request) throws SQLException, ProblemException {
        IndexPeriod period = period(new Parameters(request, Set.of("period")));
        String id = Parameters.code("id", request.pathParam("id"));
        answers.answer(
                request, MapChoice.AS_FILED, () -> new AgencyIndex(agency(id), period, indexes.ofAgency(id, period)));
    }

    /**
     * {@code /v1/index?period=&level=&on=&map=&asOf=}: communes where no level is given, and those of the map's day,
     * else of the last day of the period.
     */
    void ranking(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("period", "level", "on", "map", "asOf"));
        IndexPeriod period = period(parameters);
        UnitLevel asked = parameters.constant("level", UnitLevel.class);
        UnitLevel level = asked == null ? UnitLevel.COMMUNE : asked;
        MapChoice map = new FigureParameters(parameters).map();
        LocalDate given = new FigureParameters(parameters).on(map);
        LocalDate on = given == null ? period.lastDay() : given;
        answers.answer(
                request, map, () -> new Ranking(level, on, map, period, indexes.ranking(level, on, map, period)));
    }

    /** {@code /v1/units/{code}/index/{metric}/dossiers?period=&on=&map=&asOf=&limit=&after=} */
    void dossiers(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("period", "on", "map", "asOf", "limit", "after"));
        IndexMetric metric = metric(request.pathParam("metric"));
        IndexPeriod period = period(parameters);
        MapChoice map = new FigureParameters(parameters).map();
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        ListPlace<LocalDate> after = cursors.after(parameters, LocalDate::parse, "2025-07-01");
        UnitView unit = unit(code(request), new FigureParameters(parameters).on(map));
        CostlyQuery.Page page =
                costly.ofUnit(unit, map, period, metric, after, limit).orElse(null);
        if (page == null) {
            throw new ProblemException(
                    ProblemCode.METRIC_WITHOUT_DOSSIERS,
                    metric + " không tính theo từng hồ sơ; \"raise\" của chỉ số cho biết còn thiếu bao nhiêu.",
                    metric + " does not count dossiers one by one; \"raise\" of the index says how many are missing.");
        }
        request.json(new CostlyDossiers(
                unit, map, period, metric, page.dossiers(), page.more() ? next(page.dossiers()) : null));
    }

    private String next(List<CostlyDossier> page) throws SQLException {
        CostlyDossier last = page.get(page.size() - 1);
        return cursors.next(last.filedOn(), last.code());
    }

    private static IndexPeriod period(Parameters parameters) throws ProblemException {
        IndexPeriod period = parameters.read("period", IndexPeriod::parse, "2025 | 2025-07");
        if (period == null) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "Thiếu \"period\"; cho một năm (2025) hoặc một tháng (2025-07).",
                    "\"period\" is missing; give a year (2025) or a month (2025-07).");
        }
        return period;
    }

    private static IndexMetric metric(String name) throws ProblemException {
        for (IndexMetric metric : IndexMetric.values()) {
            if (metric.name().equalsIgnoreCase(name)) {
                return metric;
            }
        }
        String names = Arrays.stream(IndexMetric.values()).map(Enum::name).collect(Collectors.joining(", "));
        throw new ProblemException(
                ProblemCode.METRIC_NOT_FOUND,
                "Bộ chỉ số không có chỉ tiêu này; dùng: " + names + ".",
                "The index has no such metric; use: " + names + ".");
    }

    private AgencyView agency(String id) throws SQLException, ProblemException {
        return agencies.agency(id).orElseThrow(() -> AgencyHandler.notFound(id));
    }

    private static String code(Context request) throws ProblemException {
        return Parameters.code("code", request.pathParam("code"));
    }

    /** An index needs the reference data: a code that figures alone know has none. */
    private UnitView unit(String code, @Nullable LocalDate on) throws SQLException, ProblemException {
        return units.unit(code, on)
                .filter(unit -> unit.level() != null)
                .orElseThrow(() -> UnitHandler.notFound(code, on));
    }
}
