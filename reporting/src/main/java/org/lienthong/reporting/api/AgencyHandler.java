package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.lienthong.reporting.agencies.AgencyQuery;
import org.lienthong.reporting.agencies.AgencyView;
import org.lienthong.reporting.figures.CellFilter;
import org.lienthong.reporting.figures.FigureQuery;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.figures.Statistics;

/** What agencies hold: {@code /v1/agencies/{id}/statistics?from=&to=&sector=&procedure=&channel=&by=}. */
final class AgencyHandler {

    static final Set<String> PARAMETERS = Set.of("from", "to", "sector", "procedure", "channel", "by");

    private final AgencyQuery agencies;
    private final FigureQuery figures;
    private final AnswerCache answers;

    AgencyHandler(DataSource database, AnswerCache answers) {
        this.agencies = new AgencyQuery(database);
        this.figures = new FigureQuery(database);
        this.answers = answers;
    }

    record AgencyStatistics(AgencyView agency, CellFilter filter, Grouping by, Statistics statistics) {}

    void statistics(Context request) throws SQLException, ProblemException {
        FigureParameters parameters = new FigureParameters(new Parameters(request, PARAMETERS));
        CellFilter filter = parameters.filter();
        Grouping by = parameters.by();
        String id = Parameters.code("id", request.pathParam("id"));
        answers.answer(
                request,
                MapChoice.AS_FILED,
                () -> new AgencyStatistics(agency(id), filter, by, figures.ofAgency(id, filter, by)));
    }

    private AgencyView agency(String id) throws SQLException, ProblemException {
        return agencies.agency(id).orElseThrow(() -> notFound(id));
    }

    static ProblemException notFound(String id) {
        return new ProblemException(
                ProblemCode.AGENCY_NOT_FOUND,
                "Không có cơ quan mang mã định danh \"" + id + "\"; xem danh sách tại /v1/agencies.",
                "No agency has the id \"" + id + "\"; see the list at /v1/agencies.");
    }
}
