package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.quarantine.MomentRules;
import org.lienthong.reporting.quarantine.QuarantineFilter;
import org.lienthong.reporting.quarantine.QuarantineFilter.Stage;
import org.lienthong.reporting.quarantine.QuarantineQuery;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;

/** Lists what was set aside, without its content. */
final class QuarantineHandler {

    static final Set<String> PARAMETERS =
            Set.of("reason", "agency", "dossier", "since", "until", "state", "limit", "after");
    private static final String MOMENT = "yyyy-MM-dd | yyyy-MM-ddTHH:mm:ss+07:00";
    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1_000;

    private final QuarantineQuery quarantine;

    QuarantineHandler(DataSource database) {
        this.quarantine = new QuarantineQuery(database);
    }

    /** {@code /v1/quarantine?reason=&agency=&dossier=&since=&until=&state=&limit=&after=} */
    void list(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, PARAMETERS);
        Stage stage = parameters.constant("state", Stage.class);
        QuarantineFilter filter = new QuarantineFilter(
                parameters.code("reason"),
                parameters.code("agency"),
                parameters.code("dossier"),
                parameters.read("since", MomentRules::since, MOMENT),
                parameters.read("until", MomentRules::until, MOMENT),
                stage == null ? Stage.OPEN : stage);
        request.json(quarantine.list(filter, after(parameters), parameters.limit(USUAL_LIMIT, HIGHEST_LIMIT)));
    }

    private @Nullable Origin after(Parameters parameters) throws SQLException, ProblemException {
        Origin after = parameters.read(
                "after",
                text -> Origins.parse(text).orElseThrow(IllegalArgumentException::new),
                "topic-partition-offset");
        if (after != null && quarantine.find(after).isEmpty()) {
            String text = Origins.text(after);
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "Không có bản ghi cách ly \"" + text + "\"; dùng giá trị \"next\" của trang trước.",
                    "No quarantined record is called \"" + text + "\"; use \"next\" of the page before.");
        }
        return after;
    }
}
