package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.changes.Change;
import org.lienthong.reporting.changes.ChangePlace;
import org.lienthong.reporting.changes.ChangeQuery;
import org.lienthong.reporting.units.UnitScope;

/** What changed in a unit, for systems that keep their own copy: {@code /v1/units/{code}/changes?on=&after=&limit=}. */
final class ChangeHandler {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final String RESUMED = "Last-Event-ID";

    private final ChangeQuery changes;
    private final DossierParameters units;

    ChangeHandler(DataSource database) {
        this.changes = new ChangeQuery(database);
        this.units = new DossierParameters(database);
    }

    /**
     * @param next what to give as {@code after} the next time, always
     * @param more whether there is something to read there now
     */
    record Changes(List<Change> changes, String next, boolean more) {}

    /** @param after where to begin */
    record Followed(UnitScope units, ChangePlace after) {}

    void page(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("on", "after", "limit"));
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        Followed followed = followed(request, parameters, null);
        ChangeQuery.Page page = changes.page(followed.units(), followed.after(), limit);
        request.json(new Changes(page.changes(), page.next().toString(), page.more()));
    }

    /** What a stream is asked for: a client that was cut off says in a header where it was. */
    Followed followed(Context request) throws SQLException, ProblemException {
        return followed(request, new Parameters(request, Set.of("on", "after")), request.header(RESUMED));
    }

    private Followed followed(Context request, Parameters parameters, @Nullable String resumed)
            throws SQLException, ProblemException {
        String form = "1f3a5b7c-120";
        ChangePlace after = resumed == null || resumed.isEmpty()
                ? parameters.read("after", ChangePlace::parse, form)
                : Parameters.read(RESUMED, List.of(resumed), ChangePlace::parse, form);
        if (after != null && !after.isOf(changes.identity())) {
            throw Cursors.ofAnotherDatabase();
        }
        String code = Parameters.code("code", request.pathParam("code"));
        LocalDate on = parameters.date("on");
        return new Followed(units.units(code, on), after == null ? changes.beginning() : after);
    }
}
