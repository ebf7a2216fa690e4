package org.lienthong.reporting.explanation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.words.Term;
import org.lienthong.schemas.words.Words;

/**
 * How the record of a dossier came about; no personal data.
 *
 * @param fields those that were set or claimed
 * @param events in the order in which they happened
 * @param missing events that were applied but are no longer on their topic: what follows was told without them
 */
public record ExplanationView(
        String dossier, List<FieldView> fields, List<EventView> events, List<MissingView> missing) {

    /**
     * Who set a field.
     *
     * @param answer in one sentence
     * @param settings latest first: the first gave the present value
     */
    public record FieldView(
            Term field, Shown value, Sentence answer, List<SettingView> settings, List<ClaimView> claims) {

        public static FieldView of(Term field, Shown value, List<SettingView> settings, List<ClaimView> claims) {
            return new FieldView(field, value, AnswerRules.answer(field, value, settings, claims), settings, claims);
        }
    }

    public record Sentence(String vi, String en) {}

    /** @param rules in the order in which they were applied */
    public record SettingView(
            String eventId,
            Term kind,
            Named agency,
            String system,
            Instant at,
            Shown before,
            Shown after,
            List<Term> rules) {}

    /** @param conflict why a statement did not become the record's; null: all did */
    public record EventView(
            String eventId,
            Term kind,
            Named agency,
            String system,
            Instant at,
            List<ChangeView> changes,
            List<ClaimView> claims,
            List<OddityView> anomalies,
            @Nullable Term conflict) {}

    public record ChangeView(Term field, Shown before, Shown after, List<Term> rules) {}

    /** What an agency states about a field that another one owns. @param conflict whether it contradicts the owner */
    public record ClaimView(
            Term field, Shown value, Named agency, String system, String eventId, Instant at, boolean conflict) {}

    /** @param detail what the anomaly leaves open, such as a status and the one that followed */
    public record OddityView(Term anomaly, Shown detail) {}

    /** @param offset of the event on its topic */
    public record MissingView(String eventId, String topic, int partition, long offset) {}

    /**
     * What concerns one field.
     *
     * @param field of a record; {@code permits} for all of them, or one as {@code permits/number/field}
     */
    public ExplanationView about(String field) {
        List<FieldView> about =
                fields.stream().filter(view -> concerns(view.field(), field)).toList();
        return new ExplanationView(
                dossier,
                about.isEmpty() ? List.of(unset(Words.field(field))) : about,
                events.stream().flatMap(event -> about(event, field)).toList(),
                missing);
    }

    private static Stream<EventView> about(EventView event, String field) {
        List<ChangeView> changes = event.changes().stream()
                .filter(change -> concerns(change.field(), field))
                .toList();
        List<ClaimView> claims = event.claims().stream()
                .filter(claim -> concerns(claim.field(), field))
                .toList();
        return changes.isEmpty() && claims.isEmpty()
                ? Stream.empty()
                : Stream.of(new EventView(
                        event.eventId(),
                        event.kind(),
                        event.agency(),
                        event.system(),
                        event.at(),
                        changes,
                        claims,
                        event.anomalies(),
                        event.conflict()));
    }

    private static boolean concerns(Term term, String field) {
        return term.code().equals(field) || term.code().startsWith(field + "/");
    }

    private static FieldView unset(Term field) {
        return FieldView.of(field, ShownRules.none(), List.of(), List.of());
    }
}
