package org.lienthong.reporting.audit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.topic.Topics;

/**
 * Sets the events that a record counts against the receipts of its dossier. A dossier takes about 150 bytes: 100 MB for
 * a province-year (0.67 M).
 */
final class DossierBalance {

    private static final int NO_RECORD = -1;

    private final Map<String, Tally> tallies = new HashMap<>();

    private static final class Tally {
        private int events;
        private int counted = NO_RECORD;
        private int partition;
        private long offset;
        private boolean inFlight;

        boolean isSound() {
            return counted == NO_RECORD ? events == 0 : events > 0 && events == counted;
        }
    }

    /** An event that its receipt says went into the record. */
    void event(@Nullable String dossier) {
        // A receipt that names no dossier for such an event has no record either, and is found so.
        of(dossier == null ? "" : dossier).events++;
    }

    /** An event that the merge took while the audit ran: nobody can tell whether the record has it already. */
    void inFlight(@Nullable String dossier) {
        if (dossier != null) {
            of(dossier).inFlight = true;
        }
    }

    /** The record of a dossier; the one that was read last stands. */
    void record(String dossier, Place where, int eventCount) {
        Tally tally = of(dossier);
        tally.counted = eventCount;
        tally.partition = where.partition();
        tally.offset = where.offset();
    }

    /** The record was deleted. */
    void noRecord(String dossier) {
        of(dossier).counted = NO_RECORD;
    }

    long compared() {
        return tallies.size() - inFlight();
    }

    long inFlight() {
        return tallies.values().stream().filter(tally -> tally.inFlight).count();
    }

    void check(Findings findings) {
        tallies.forEach((dossier, tally) -> {
            if (!tally.inFlight && !tally.isSound()) {
                findings.add(Finding.inDossier(
                        kind(tally), where(tally), dossier, tally.events, Math.max(0, tally.counted)));
            }
        });
    }

    private static Kind kind(Tally tally) {
        if (tally.counted == NO_RECORD) {
            return Kind.RECORD_MISSING;
        }
        return tally.events == 0 ? Kind.RECORD_WITHOUT_EVENTS : Kind.RECORD_COUNT_DIFFERS;
    }

    private static Place where(Tally tally) {
        String topic = Topics.DOSSIER_RECORDS.name();
        return tally.counted == NO_RECORD ? Place.on(topic) : new Place(topic, tally.partition, tally.offset);
    }

    private Tally of(String dossier) {
        return tallies.computeIfAbsent(dossier, code -> new Tally());
    }
}
