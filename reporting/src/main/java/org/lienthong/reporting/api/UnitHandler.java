package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.CellFilter;
import org.lienthong.reporting.figures.FigureQuery;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.figures.OverviewQuery;
import org.lienthong.reporting.figures.Statistics;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitQuery.MapPeriod;
import org.lienthong.reporting.units.UnitView;

/** Units and their figures. */
final class UnitHandler {

    /** Stands for the empty code, under which dossiers without a unit are counted: a path cannot hold it. */
    private static final String NO_CODE = "-";

    static final Set<String> STATISTICS = Routes.both(FigureParameters.NAMES, Set.of("by"));

    private final UnitQuery units;
    private final FigureQuery figures;
    private final OverviewQuery overviews;
    private final AnswerCache answers;

    UnitHandler(DataSource database, AnswerCache answers) {
        this.units = new UnitQuery(database);
        this.figures = new FigureQuery(database);
        this.overviews = new OverviewQuery(database);
        this.answers = answers;
    }

    /** @param periods the stretches of time between two changes of the map, of all units */
    record Units(@Nullable LocalDate on, List<MapPeriod> periods, List<UnitView> units) {}

    record UnitStatistics(UnitView unit, MapChoice map, CellFilter filter, Grouping by, Statistics statistics) {}

    /** {@code /v1/units?on=} */
    void units(Context request) throws SQLException, ProblemException {
        LocalDate on = new Parameters(request, Set.of("on")).date("on");
        List<UnitView> all = units.units(null);
        request.json(new Units(on, UnitQuery.periods(all), on == null ? all : units.units(on)));
    }

    /** {@code /v1/units/{code}/statistics?by=}, and see {@link FigureParameters} */
    void statistics(Context request) throws SQLException, ProblemException {
        FigureParameters parameters = new FigureParameters(new Parameters(request, STATISTICS));
        MapChoice map = parameters.map();
        CellFilter filter = parameters.filter();
        Grouping by = parameters.by();
        String code = code(request);
        LocalDate on = parameters.on(map);
        answers.answer(request, map, () -> {
            UnitView unit = unit(code, on);
            return new UnitStatistics(unit, map, filter, by, figures.ofUnit(unit, map, filter, by));
        });
    }

    /** {@code /v1/units/{code}/overview}, see {@link FigureParameters} */
    void overview(Context request) throws SQLException, ProblemException {
        FigureParameters parameters = new FigureParameters(new Parameters(request, FigureParameters.NAMES));
        MapChoice map = parameters.map();
        CellFilter filter = parameters.filter();
        String code = code(request);
        LocalDate on = parameters.on(map);
        answers.answer(request, map, () -> overviews.overview(unit(code, on), map, filter));
    }

    private static String code(Context request) throws ProblemException {
        return Parameters.code("code", request.pathParam("code"));
    }

    private UnitView unit(String code, @Nullable LocalDate on) throws SQLException, ProblemException {
        return units.unit(code.equals(NO_CODE) ? "" : code, on).orElseThrow(() -> notFound(code, on));
    }

    /** @param on the day on which the code was asked for; null: any */
    static ProblemException notFound(String code, @Nullable LocalDate on) {
        return new ProblemException(
                ProblemCode.UNIT_NOT_FOUND,
                "Không có đơn vị mang mã \"" + code + "\"" + (on == null ? "" : " vào ngày " + on)
                        + "; xem danh sách tại /v1/units.",
                "No unit has the code \"" + code + "\"" + (on == null ? "" : " on " + on)
                        + "; see the list at /v1/units.");
    }
}
