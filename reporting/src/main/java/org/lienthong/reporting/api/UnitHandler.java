package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.reporting.figures.Period;
import org.lienthong.reporting.figures.Statistics;
import org.lienthong.reporting.figures.StatisticsQuery;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitQuery.MapPeriod;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.reference.Sector;

/** Units and their figures. */
final class UnitHandler {

    /** Stands for the empty code, under which dossiers without a unit are counted: a path cannot hold it. */
    private static final String NO_CODE = "-";

    private final UnitQuery units;
    private final StatisticsQuery statistics;

    UnitHandler(DataSource database) {
        this.units = new UnitQuery(database);
        this.statistics = new StatisticsQuery(database);
    }

    /** @param periods the stretches of time between two changes of the map, of all units */
    record Units(@Nullable LocalDate on, List<MapPeriod> periods, List<UnitView> units) {}

    record UnitStatistics(
            UnitView unit, Period period, @Nullable Sector sector, Grouping by, Statistics statistics) {}

    /** {@code /v1/units?on=} */
    void units(Context request) throws SQLException, ProblemException {
        LocalDate on = new Parameters(request, Set.of("on")).date("on");
        List<UnitView> all = units.units(null);
        request.json(new Units(on, UnitQuery.periods(all), on == null ? all : units.units(on)));
    }

    /** {@code /v1/units/{code}/statistics?on=&from=&to=&sector=&by=} */
    void statistics(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("on", "from", "to", "sector", "by"));
        String code = Parameters.code("code", request.pathParam("code"));
        LocalDate on = parameters.date("on");
        Period period = parameters.period();
        Sector sector = parameters.constant("sector", Sector.class);
        Grouping asked = parameters.constant("by", Grouping.class);
        Grouping by = asked == null ? Grouping.NONE : asked;

        UnitView unit = units.unit(code.equals(NO_CODE) ? "" : code, on).orElse(null);
        if (unit == null) {
            throw notFound(code, on);
        }
        request.json(new UnitStatistics(
                unit, period, sector, by, statistics.statistics(unit.code(), unit.validFrom(), sector, period, by)));
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
