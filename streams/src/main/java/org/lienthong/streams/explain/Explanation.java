package org.lienthong.streams.explain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.streams.record.Rule;

/**
 * How a record came about. It holds no personal data: where that changed, it says so and hides the values.
 *
 * <p>Fields are named as in the schema of DossierRecord, those of a permit {@code permits/number/field}.
 *
 * @param entries the distinct events in the order of the fold
 * @param answers a field each, of those that were set or claimed, sorted by name
 */
public record Explanation(String dossierCode, List<Entry> entries, List<Answer> answers) {

    /**
     * What one event did.
     *
     * @param kind name of the payload, such as {@code DossierSubmitted}
     * @param claims what it states about fields that another agency owns
     * @param conflict code of its receipt when a statement did not become the record's; null: all did
     */
    public record Entry(
            String eventId,
            String kind,
            String agencyId,
            String sourceSystem,
            Instant occurredAt,
            List<Change> changes,
            List<Statement> claims,
            List<Oddity> anomalies,
            @Nullable String conflict) {}

    /** @param rules in the order in which they were applied: the last one gave the value */
    public record Change(String field, Value before, Value after, List<Rule> rules) {}

    /** A claim. @param conflict whether it contradicts the owner's value, as known then */
    public record Statement(
            String field,
            Value value,
            String agencyId,
            String sourceSystem,
            String eventId,
            Instant occurredAt,
            boolean conflict) {}

    /** An anomaly. @param detail without personal data */
    public record Oddity(String code, String detail) {}

    /**
     * Who set a field.
     *
     * @param settings latest first: the first gave the present value; empty: nobody who may has stated it
     * @param claims that stand against or beside the present value
     */
    public record Answer(String field, List<Setting> settings, List<Statement> claims) {

        public Value present() {
            return settings.isEmpty() ? Value.NONE : settings.get(0).change().after();
        }
    }

    /** One change of the field in question, and the event that brought it. */
    public record Setting(Entry by, Change change) {}
}
