package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierRecord;

/** The personal data of each dossier that has any. */
final class DetailRows implements DossierPart {

    static final Upsert UPSERT = new Upsert(
            "lienthong_private.dossier_details",
            List.of("dossier_code"),
            "dossier_code",
            List.of("applicant_name", "applicant_type", "identity_number", "phone", "email", "address", "summary"));

    private final CopyRows rows = new CopyRows();
    private final List<String> without = new ArrayList<>();

    @Override
    public void add(String code, @Nullable DossierRecord dossier) {
        if (dossier == null || (dossier.getApplicant() == null && dossier.getSummary() == null)) {
            without.add(code);
        } else {
            addRow(code, dossier);
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UPSERT.delete(connection, without);
        UPSERT.merge(connection, rows);
    }

    private void addRow(String code, DossierRecord d) {
        @Nullable Applicant a = d.getApplicant();
        rows.row(UPSERT.columns())
                .text(code)
                .text(a == null ? null : a.getName())
                .name(a == null ? null : a.getType())
                .text(a == null ? null : a.getIdentityNumber())
                .text(a == null ? null : a.getPhone())
                .text(a == null ? null : a.getEmail())
                .text(a == null ? null : a.getAddress())
                .text(d.getSummary());
    }
}
