package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.schemas.calendar.WorkingTime;

/** Looks a dossier up by its code or an alias. */
final class DossierHandler {

    private final DossierQuery dossiers;
    private final DossierCodes codes;

    DossierHandler(DataSource database) {
        this.dossiers = new DossierQuery(database);
        this.codes = new DossierCodes(dossiers);
    }

    /** {@code /v1/dossiers/{code}} */
    void byPath(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        answer(request, request.pathParam("code"));
    }

    /** {@code /v1/dossiers?code=}: for aliases with a slash, which some proxies refuse in a path. */
    void byQuery(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of("code"));
        answer(request, request.queryParam("code"));
    }

    private void answer(Context request, @Nullable String text) throws SQLException, ProblemException {
        String code = Parameters.code("code", text);
        String found = codes.find(code).orElseThrow(() -> DossierCodes.notFound(code));
        LocalDate today = LocalDate.now(WorkingTime.ZONE);
        request.json(dossiers.dossier(found, today).orElseThrow(() -> DossierCodes.notFound(code)));
    }
}
