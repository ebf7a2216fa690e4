package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * The record of each dossier, divided over tables: its row, what hangs on it (permits, anomalies, claims), and its
 * personal data apart from all of these.
 */
final class DossierTable implements SinkTable<DossierRecord> {

    @Override
    public Topic<DossierRecord> topic() {
        return Topics.DOSSIER_RECORDS;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        DossierRows.UPSERT.prepare(connection);
        DetailRows.UPSERT.prepare(connection);
    }

    @Override
    public SinkWrite rows(List<SinkRecord<DossierRecord>> records) {
        Collection<SinkRecord<DossierRecord>> latest = LatestRules.latest(records);
        List<DossierPart> parts = List.of(
                new DossierRows(),
                new DetailRows(),
                PermitRows.permits(),
                AnomalyRows.anomalies(),
                ClaimRows.claims(),
                ClaimRows.values());
        for (SinkRecord<DossierRecord> record : latest) {
            parts.forEach(part -> part.add(record.key(), record.value()));
        }
        return connection -> {
            for (DossierPart part : parts) {
                part.write(connection);
            }
        };
    }
}
