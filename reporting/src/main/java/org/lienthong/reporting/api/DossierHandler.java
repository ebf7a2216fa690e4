package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.schemas.calendar.WorkingTime;

/** Looks a dossier up by its code or an alias, or lists those that fit. */
final class DossierHandler {

    /** Of the list; {@code code} alone asks for one dossier. */
    static final Set<String> LIST = Routes.both(DossierListHandler.PARAMETERS, Set.of("code"));

    private final Clock clock;
    private final DossierQuery dossiers;
    private final DossierCodes codes;
    private final DossierListHandler lists;

    DossierHandler(DataSource database, Clock clock) {
        this.clock = clock;
        this.lists = new DossierListHandler(database, clock);
        this.dossiers = new DossierQuery(database);
        this.codes = new DossierCodes(dossiers);
    }

    /** {@code /v1/dossiers/{code}} */
    void byPath(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        answer(request, request.pathParam("code"));
    }

    /**
     * {@code /v1/dossiers?code=}: one dossier, for aliases with a slash, which some proxies refuse in a path. Without a
     * code: the list of dossiers.
     */
    void byQuery(Context request) throws SQLException, ProblemException {
        if (request.queryParamMap().containsKey("code")) {
            new Parameters(request, Set.of("code"));
            answer(request, request.queryParam("code"));
        } else {
            lists.list(request, new Parameters(request, DossierListHandler.PARAMETERS));
        }
    }

    private void answer(Context request, @Nullable String text) throws SQLException, ProblemException {
        String code = Parameters.code("code", text);
        String found = codes.find(code).orElseThrow(() -> DossierCodes.notFound(code));
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        request.json(dossiers.dossier(found, today).orElseThrow(() -> DossierCodes.notFound(code)));
    }
}
