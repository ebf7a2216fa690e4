package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.dossiers.DossierView;

/** Looks a dossier up by its code or an alias. */
final class DossierHandler {

    private final DossierQuery dossiers;

    DossierHandler(DataSource database) {
        this.dossiers = new DossierQuery(database);
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
        List<String> codes = dossiers.codes(code);
        if (codes.size() > 1) {
            String list = String.join(", ", codes);
            throw new ProblemException(
                    ProblemCode.DOSSIER_ALIAS_AMBIGUOUS,
                    "\"" + code + "\" là mã khác của nhiều hồ sơ: " + list + ". Tra cứu bằng mã hồ sơ.",
                    "\"" + code + "\" is an alias of several dossiers: " + list + ". Ask by dossier code.");
        }
        DossierView dossier =
                codes.isEmpty() ? null : dossiers.dossier(codes.get(0)).orElse(null);
        if (dossier == null) {
            throw new ProblemException(
                    ProblemCode.DOSSIER_NOT_FOUND,
                    "Không có hồ sơ mang mã hay mã khác \"" + code + "\"; kiểm tra lại mã trên giấy tiếp nhận.",
                    "No dossier has the code or alias \"" + code + "\"; check it against the receipt of filing.");
        }
        request.json(dossier);
    }
}
