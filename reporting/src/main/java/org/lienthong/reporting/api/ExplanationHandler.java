package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationUnavailableException;
import org.lienthong.reporting.explanation.ExplanationView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how the record of a dossier came about. */
final class ExplanationHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ExplanationHandler.class);
    private static final String SECONDS_TO_WAIT = "5";

    private final DossierCodes codes;
    private final Explainer explainer;

    ExplanationHandler(DataSource database, Explainer explainer) {
        this.codes = new DossierCodes(new DossierQuery(database));
        this.explainer = explainer;
    }

    /** {@code /v1/dossiers/{code}/explanation?field=} */
    void explanation(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of("field"));
        String name = Parameters.code("code", request.pathParam("code"));
        String asked = request.queryParam("field");
        String field = asked == null ? null : field(asked);
        String code = codes.find(name).orElseThrow(() -> DossierCodes.notFound(name));
        ExplanationView explanation = explain(request, code);
        request.json(field == null ? explanation : explanation.about(field));
    }

    private String field(String asked) throws ProblemException {
        String text = Parameters.code("field", asked);
        return explainer.field(text).orElseThrow(() -> {
            String known = String.join(", ", explainer.fields());
            return new ProblemException(
                    ProblemCode.UNKNOWN_FIELD,
                    "Hồ sơ không có trường \"" + text + "\"; dùng một trong: " + known + ".",
                    "A dossier has no field \"" + text + "\"; use one of: " + known + ".");
        });
    }

    private ExplanationView explain(Context request, String code) throws SQLException, ProblemException {
        try {
            return explainer.explain(code);
        } catch (ExplanationUnavailableException e) {
            LOG.warn("events not read path={} reason=\"{}\"", request.path(), e.getMessage());
            request.header("Retry-After", SECONDS_TO_WAIT);
            throw new ProblemException(
                    ProblemCode.EVENTS_UNAVAILABLE,
                    "Không đọc được các sự kiện của hồ sơ lúc này; thử lại sau " + SECONDS_TO_WAIT + " giây.",
                    "The events of the dossier cannot be read right now; try again in " + SECONDS_TO_WAIT
                            + " seconds.");
        }
    }
}
