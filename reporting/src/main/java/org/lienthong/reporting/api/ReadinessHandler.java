package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.lienthong.reporting.readiness.Readiness;
import org.lienthong.reporting.readiness.ReadinessQuery;
import org.lienthong.reporting.readiness.UnitReadiness;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.calendar.WorkingTime;

/** What agencies have to work with, per unit. Without {@code on}: today. */
final class ReadinessHandler {

    private static final String AREA = "AREA";

    private final ReadinessQuery readiness;

    ReadinessHandler(DataSource database) {
        this.readiness = new ReadinessQuery(database);
    }

    /** @param agenciesWithoutUnit work on that day and serve no unit of it, so that no unit counts them */
    record AllUnits(LocalDate on, List<UnitReadiness> units, long agenciesWithoutUnit) {}

    /**
     * @param children the units directly below; what is missing to the unit's own sums are its own agencies
     * @param areas reporting areas within it, which cover some of the children again
     */
    record OneUnit(
            LocalDate on,
            UnitView unit,
            Readiness readiness,
            List<UnitReadiness> children,
            List<UnitReadiness> areas) {}

    /** {@code /v1/readiness?on=} */
    void all(Context request) throws SQLException, ProblemException {
        LocalDate on = day(request);
        request.json(new AllUnits(on, readiness.all(on), readiness.agenciesWithoutUnit(on)));
    }

    /** {@code /v1/units/{code}/readiness?on=} */
    void ofUnit(Context request) throws SQLException, ProblemException {
        LocalDate on = day(request);
        String code = Parameters.code("code", request.pathParam("code"));
        UnitReadiness unit = readiness.of(code, on).orElse(null);
        if (unit == null) {
            throw UnitHandler.notFound(code, on);
        }
        List<UnitReadiness> below = readiness.below(code, on);
        request.json(new OneUnit(
                on,
                unit.unit(),
                unit.readiness(),
                below.stream().filter(child -> !isArea(child)).toList(),
                below.stream().filter(ReadinessHandler::isArea).toList()));
    }

    private static boolean isArea(UnitReadiness child) {
        return AREA.equals(child.unit().level());
    }

    private static LocalDate day(Context request) throws ProblemException {
        LocalDate on = new Parameters(request, Set.of("on")).date("on");
        return on == null ? LocalDate.now(WorkingTime.ZONE) : on;
    }
}
