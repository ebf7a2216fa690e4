package org.lienthong.producers.generator;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.producers.generator.Expectation.Records;

/** Counts while the year is made. */
final class Tally {

    private final Map<WrongKind, Long> wrong = new EnumMap<>(WrongKind.class);
    private final Map<String, Long> distinctByKind = new TreeMap<>();
    private final Map<String, Long> receivedByUnit = new TreeMap<>();
    private Records dossierEvents = new Records(0, 0, 0, 0);
    private Records permitEvents = new Records(0, 0, 0, 0);
    private long dossiers;
    private long readinessReports;
    private long serviceReports;

    void dossier(String unitKey) {
        dossiers++;
        receivedByUnit.merge(unitKey, 1L, Long::sum);
    }

    void dossierEvent(String kind, boolean duplicate, boolean late) {
        dossierEvents = added(dossierEvents, duplicate, late);
        distinctByKind.merge(kind, duplicate ? 0L : 1L, Long::sum);
    }

    void permitEvent(String kind, boolean duplicate, boolean late) {
        permitEvents = added(permitEvents, duplicate, late);
        distinctByKind.merge(kind, duplicate ? 0L : 1L, Long::sum);
    }

    void wrong(WrongKind kind) {
        wrong.merge(kind, 1L, Long::sum);
    }

    void readinessReport() {
        readinessReports++;
    }

    void serviceReport() {
        serviceReports++;
    }

    Expectation expectation() {
        return new Expectation(
                dossiers,
                dossierEvents,
                permitEvents,
                Map.copyOf(wrong),
                distinctByKind.getOrDefault("PermitIssued", 0L),
                readinessReports,
                serviceReports,
                Map.copyOf(distinctByKind),
                Map.copyOf(receivedByUnit));
    }

    private static Records added(Records r, boolean duplicate, boolean late) {
        return new Records(
                r.published() + 1,
                r.distinct() + (duplicate ? 0 : 1),
                r.duplicates() + (duplicate ? 1 : 0),
                r.late() + (late ? 1 : 0));
    }
}
