package org.lienthong.reporting.sink;

import java.util.List;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.DossierRecord;

/** The anomalies of each dossier, in event order. */
final class AnomalyRows {

    private static final List<String> COLUMNS =
            List.of("dossier_code", "position", "code", "event_id", "agency_id", "detail");

    private AnomalyRows() {}

    static DossierPart anomalies() {
        return new ChildRows("lienthong.anomalies", COLUMNS, AnomalyRows::fill);
    }

    private static void fill(CopyRows rows, String code, DossierRecord dossier) {
        int position = 0;
        for (Anomaly anomaly : dossier.getAnomalies()) {
            rows.row(COLUMNS.size())
                    .text(code)
                    .int4(position++)
                    .text(anomaly.getCode())
                    .text(anomaly.getEventId())
                    // Empty in records of before agencies were noted.
                    .text(anomaly.getAgencyId().isEmpty() ? null : anomaly.getAgencyId())
                    .text(anomaly.getDetail());
        }
    }
}
