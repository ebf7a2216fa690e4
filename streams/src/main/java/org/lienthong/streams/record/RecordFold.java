package org.lienthong.streams.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeSet;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * Folds facts into a record. Applying the distinct facts of a dossier in {@link EventOrder} is the whole definition of
 * its record: given the reference data, no clock, no arrival order and no other state enters.
 */
public final class RecordFold {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Reference reference;
    private final Trace trace;

    public RecordFold(Reference reference, Trace trace) {
        this.reference = reference;
        this.trace = trace;
    }

    /** A record that has seen nothing yet; the first fact to be applied is {@code first}. */
    public static DossierRecord blank(Fact first) {
        DossierRecord record = new DossierRecord();
        record.setCode(first.dossierCode());
        record.setAliases(new ArrayList<>());
        record.setFirstEventAt(first.occurredAt());
        record.setFeesRequested(NOTHING);
        record.setFeesPaid(NOTHING);
        record.setPermits(new ArrayList<>());
        record.setAnomalies(new ArrayList<>());
        record.setClaims(new ArrayList<>());
        return record;
    }

    /**
     * Applies the next fact to the record, in place; the caller owns the record.
     *
     * @return the code of the conflict when a statement of the fact did not become the record's: it stays a claim, or
     *     its event id was used before
     */
    public Optional<String> apply(DossierRecord record, Fact fact) {
        Turn turn = new Turn(record, fact, reference, trace);
        boolean reused = record.getEventCount() > 0 && fact.order().compareToLastOf(record) == 0;
        count(record, fact);
        if (reused) {
            turn.anomaly(Anomalies.EVENT_ID_REUSED, fact.kind());
            turn.conflict(Anomalies.EVENT_ID_REUSED);
            return turn.conflict();
        }
        if (fact.alias() != null) {
            addAlias(turn, fact.alias());
        }
        if (fact.permitNumber() != null) {
            PermitRules.apply(turn, fact.permitNumber());
        } else {
            DossierRules.apply(turn);
        }
        DeadlineRules.conclude(record, reference.workingTime());
        return turn.conflict();
    }

    private static void count(DossierRecord record, Fact fact) {
        record.setEventCount(record.getEventCount() + 1);
        record.setLastEventAt(fact.occurredAt());
        record.setLastSequence(fact.order().sequence());
        record.setLastEventId(fact.eventId());
    }

    private static void addAlias(Turn turn, String alias) {
        DossierRecord record = turn.record();
        if (!record.getAliases().contains(alias)) {
            TreeSet<String> sorted = new TreeSet<>(record.getAliases());
            sorted.add(alias);
            record.setAliases(new ArrayList<>(sorted));
            turn.stated(FieldGroup.OPEN, "aliases", Rule.ANYONE_REPORTS);
        }
    }
}
