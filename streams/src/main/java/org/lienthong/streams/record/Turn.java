package org.lienthong.streams.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.DossierRecord;

/**
 * The turn of one fact in the fold: what its agency owns is set, what it does not own stays a claim, what is odd is
 * marked. The rules say what is stated; this says what becomes of a statement.
 */
final class Turn {

    /** What of a record is listed at most; the rest is counted. */
    static final int MOST_ANOMALIES = 100;

    private final DossierRecord record;
    private final Fact fact;
    private final Reference reference;
    private final Trace trace;
    private @Nullable String conflict;

    Turn(DossierRecord record, Fact fact, Reference reference, Trace trace) {
        this.record = record;
        this.fact = fact;
        this.reference = reference;
        this.trace = trace;
    }

    DossierRecord record() {
        return record;
    }

    Fact fact() {
        return fact;
    }

    Reference reference() {
        return reference;
    }

    /** The code of the first statement that stayed a claim against the owner's value, or of a reused id. */
    Optional<String> conflict() {
        return Optional.ofNullable(conflict);
    }

    boolean owns(FieldGroup group) {
        return AuthorityRules.owns(record, group, fact.agencyId());
    }

    /** Sets what the agency owns, else keeps a claim; a null states nothing. Whether it may set the group. */
    <T> boolean state(FieldGroup group, Field<T> field, @Nullable T value) {
        return state(owns(group), group, field, value, Rule.OWNER_STATES);
    }

    <T> boolean state(boolean owner, FieldGroup group, Field<T> field, @Nullable T value, Rule rule) {
        if (value != null && owner) {
            trace.states(group, field.name());
            set(field, value, rule);
        } else if (value != null) {
            claim(group, field.name(), value, field.get().apply(record));
        }
        return owner;
    }

    /** Sets a value whoever states it. */
    <T> void set(Field<T> field, T value, Rule rule) {
        if (!value.equals(field.get().apply(record))) {
            field.set().accept(record, value);
            ClaimRules.reconsider(record, field.name(), value);
            trace.set(field.name(), rule);
        }
    }

    /** Says that a statement set a field which is no {@link Field}, such as an amount that is added. */
    void stated(FieldGroup group, String field, Rule rule) {
        trace.states(group, field);
        trace.set(field, rule);
    }

    void claim(FieldGroup group, String field, Object value, @Nullable Object owned) {
        trace.states(group, field);
        if (ClaimRules.claim(record, fact, field, value, owned)) {
            conflict(group.conflictCode());
        }
    }

    void conflict(String code) {
        if (conflict == null) {
            conflict = code;
        }
    }

    /** Says that a field follows from the event that is not stated as such, such as the date of a status. */
    void follows(String field, Rule rule) {
        trace.set(field, rule);
    }

    /** @param detail what the code leaves open, without personal data */
    void anomaly(String code, String detail) {
        if (record.getAnomalies().size() < MOST_ANOMALIES) {
            record.getAnomalies().add(new Anomaly(code, fact.eventId(), fact.agencyId(), detail));
        } else {
            record.setMoreAnomalies(record.getMoreAnomalies() + 1);
            follows("moreAnomalies", Rule.EVENT_COUNTS);
        }
    }

    /** An anomaly that shows how a value changed. */
    void changed(String code, Object before, Object after) {
        anomaly(code, before + " → " + after);
    }
}
