package org.lienthong.reporting.sink;

import java.util.List;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierRecord;

/** The claims on each dossier: who states what about which field; the values, which may be personal, are kept apart. */
final class ClaimRows {

    private static final List<String> COLUMNS =
            List.of("dossier_code", "field", "agency_id", "source_system", "event_id", "occurred_at", "conflict");
    private static final List<String> VALUE_COLUMNS = List.of("dossier_code", "field", "agency_id", "value");

    private ClaimRows() {}

    static DossierPart claims() {
        return new ChildRows("lienthong.claims", COLUMNS, ClaimRows::fill);
    }

    static DossierPart values() {
        return new ChildRows("lienthong_private.claim_values", VALUE_COLUMNS, ClaimRows::fillValues);
    }

    private static void fill(CopyRows rows, String code, DossierRecord dossier) {
        for (Claim claim : dossier.getClaims()) {
            rows.row(COLUMNS.size())
                    .text(code)
                    .text(claim.getField())
                    .text(claim.getAgencyId())
                    .text(claim.getSourceSystem())
                    .text(claim.getEventId())
                    .time(claim.getOccurredAt())
                    .bool(claim.getConflict());
        }
    }

    private static void fillValues(CopyRows rows, String code, DossierRecord dossier) {
        for (Claim claim : dossier.getClaims()) {
            rows.row(VALUE_COLUMNS.size())
                    .text(code)
                    .text(claim.getField())
                    .text(claim.getAgencyId())
                    .text(claim.getValue());
        }
    }
}
