package org.lienthong.reporting.sink;

import java.util.List;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;

/** The permits of each dossier. */
final class PermitRows {

    private static final List<String> COLUMNS = List.of(
            "dossier_code",
            "permit_number",
            "kind",
            "issued_by",
            "status",
            "issued_at",
            "valid_from",
            "valid_until",
            "amended_at",
            "suspended_until",
            "ended_at",
            "dossier_known");

    private PermitRows() {}

    static DossierPart permits() {
        return new ChildRows("lienthong.permits", COLUMNS, PermitRows::fill);
    }

    private static void fill(CopyRows rows, String code, DossierRecord dossier) {
        for (PermitView permit : dossier.getPermits()) {
            rows.row(COLUMNS.size())
                    .text(code)
                    .text(permit.getPermitNumber())
                    .text(permit.getKind())
                    .text(permit.getIssuedBy())
                    .name(permit.getStatus())
                    .time(permit.getIssuedAt())
                    .date(permit.getValidFrom())
                    .date(permit.getValidUntil())
                    .time(permit.getAmendedAt())
                    .date(permit.getSuspendedUntil())
                    .time(permit.getEndedAt())
                    .bool(dossier.getStatus() != null);
        }
    }
}
