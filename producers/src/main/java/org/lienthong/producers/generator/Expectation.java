package org.lienthong.producers.generator;

import java.util.Map;

/**
 * What a stretch of the year adds to the exchange, exactly: an oracle for whoever processes it.
 *
 * @param dossiers dossiers with at least one event
 * @param dossierEvents records on {@code dossier.events}, wrong ones not counted
 * @param permitEvents records on {@code permit.events}
 * @param wrong records on {@code dossier.events} that must be quarantined, per kind
 * @param permits permits issued
 * @param readinessReports records on {@code agency.readiness}
 * @param serviceReports records on {@code agency.reports}
 * @param distinctByKind distinct events by the name of their payload
 * @param receivedByUnit dossiers by the unit they were filed at, {@code code@validFrom}, without sub-units
 */
public record Expectation(
        long dossiers,
        Records dossierEvents,
        Records permitEvents,
        Map<WrongKind, Long> wrong,
        long permits,
        long readinessReports,
        long serviceReports,
        Map<String, Long> distinctByKind,
        Map<String, Long> receivedByUnit) {

    /**
     * @param published all records, doubles included
     * @param distinct different events
     * @param duplicates records whose event was published before
     * @param late distinct events that are published after an event of the same dossier and topic that happened later
     */
    public record Records(long published, long distinct, long duplicates, long late) {}

    public long wrongRecords() {
        return wrong.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records on the topics of events: each of them has an outcome. */
    public long events() {
        return dossierEvents.published() + permitEvents.published() + wrongRecords();
    }

    /** Every record that is sent. */
    public long records() {
        return events() + readinessReports + serviceReports;
    }
}
