package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.lienthong.reporting.agencies.AgencyQuery;
import org.lienthong.reporting.agencies.AgencyView;
import org.lienthong.reporting.procedures.ProcedureQuery;
import org.lienthong.reporting.procedures.ProcedureView;
import org.lienthong.schemas.reference.Sector;

/** Lists of what codes stand for. */
final class ReferenceHandler {

    static final Set<String> PROCEDURE_PARAMETERS = Set.of("sector", "q");

    private final ProcedureQuery procedures;
    private final AgencyQuery agencies;

    ReferenceHandler(DataSource database) {
        this.procedures = new ProcedureQuery(database);
        this.agencies = new AgencyQuery(database);
    }

    record Procedures(List<ProcedureView> procedures) {}

    record Agencies(List<AgencyView> agencies) {}

    /** {@code /v1/procedures?sector=&q=} */
    void procedures(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, PROCEDURE_PARAMETERS);
        request.json(new Procedures(
                procedures.procedures(parameters.constant("sector", Sector.class), parameters.code("q"))));
    }

    /** {@code /v1/agencies} */
    void agencies(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        request.json(new Agencies(agencies.agencies()));
    }
}
