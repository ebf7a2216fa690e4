package org.lienthong.reporting.api;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lienthong.reporting.dossiers.DossierQuery;

/** Which dossier is meant by a code or an alias. */
final class DossierCodes {

    private final DossierQuery dossiers;

    DossierCodes(DossierQuery dossiers) {
        this.dossiers = dossiers;
    }

    /** The code of the dossier; empty: none is known under the name. */
    Optional<String> find(String codeOrAlias) throws SQLException, ProblemException {
        List<String> codes = dossiers.codes(codeOrAlias);
        if (codes.size() > 1) {
            String list = String.join(", ", codes);
            throw new ProblemException(
                    ProblemCode.DOSSIER_ALIAS_AMBIGUOUS,
                    "\"" + codeOrAlias + "\" là mã khác của nhiều hồ sơ: " + list + ". Tra cứu bằng mã hồ sơ.",
                    "\"" + codeOrAlias + "\" is an alias of several dossiers: " + list + ". Ask by dossier code.");
        }
        return codes.stream().findFirst();
    }

    static ProblemException notFound(String code) {
        return new ProblemException(
                ProblemCode.DOSSIER_NOT_FOUND,
                "Không có hồ sơ mang mã hay mã khác \"" + code + "\"; kiểm tra lại mã trên giấy tiếp nhận.",
                "No dossier has the code or alias \"" + code + "\"; check it against the receipt of filing.");
    }
}
