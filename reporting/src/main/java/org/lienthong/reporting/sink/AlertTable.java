package org.lienthong.reporting.sink;

import java.util.List;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.topic.Topics;

/** The table of the latest alert of each dossier. */
final class AlertTable {

    private AlertTable() {}

    static SinkTable<DeadlineAlert> alerts() {
        Upsert upsert = new Upsert(
                "lienthong.deadline_alerts",
                List.of("dossier_code"),
                "dossier_code",
                List.of("kind", "unit_code", "agency_id", "due_at", "raised_at", "record_version"));
        return new KeyedTable<>(
                Topics.DEADLINE_ALERTS,
                upsert,
                (row, key, alert) -> row.text(alert.getDossierCode())
                        .name(alert.getKind())
                        .text(alert.getUnitCode())
                        .text(alert.getAgencyId())
                        .time(alert.getDueAt())
                        .time(alert.getRaisedAt())
                        .int4(alert.getRecordVersion()));
    }
}
