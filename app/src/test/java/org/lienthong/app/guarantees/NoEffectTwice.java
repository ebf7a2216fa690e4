package org.lienthong.app.guarantees;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.UnitStatistics;

/** A record counts each distinct event once, and the figures count each dossier once. */
final class NoEffectTwice implements Guarantee {

    @Override
    public String name() {
        return "nothing counts twice";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        List<String> breaches = new ArrayList<>();
        found.records().forEach((code, record) -> {
            int distinct = clean.records().containsKey(code)
                    ? clean.records().get(code).value().getEventCount()
                    : 0;
            if (record.value().getEventCount() != distinct) {
                breaches.add("%s has %d distinct events, its record counts %d"
                        .formatted(code, distinct, record.value().getEventCount()));
            }
        });
        long dossiers = found.records().values().stream()
                .filter(record -> record.value().getStatus() != null)
                .count();
        long received = found.statistics().values().stream()
                .map(Encoded::value)
                .filter(NoEffectTwice::isTop)
                .mapToLong(s -> s.getFigures().getReceived())
                .sum();
        if (received != dossiers) {
            breaches.add("%d dossiers have a status, the figures of the top units have received %d"
                    .formatted(dossiers, received));
        }
        return breaches;
    }

    /** Not part of another unit: the province, and units that the reference data does not know. */
    private static boolean isTop(UnitStatistics statistics) {
        return statistics.getLevel() == null || statistics.getLevel() == UnitLevel.PROVINCE;
    }
}
