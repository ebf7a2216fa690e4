package org.lienthong.app.explain;

import java.util.List;
import java.util.Map;
import org.lienthong.reporting.explanation.ExplanationQuery.EventPlace;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.explanation.ExplanationView.ChangeView;
import org.lienthong.reporting.explanation.ExplanationView.ClaimView;
import org.lienthong.reporting.explanation.ExplanationView.EventView;
import org.lienthong.reporting.explanation.ExplanationView.FieldView;
import org.lienthong.reporting.explanation.ExplanationView.MissingView;
import org.lienthong.reporting.explanation.ExplanationView.OddityView;
import org.lienthong.reporting.explanation.ExplanationView.SettingView;
import org.lienthong.reporting.explanation.Shown;
import org.lienthong.reporting.explanation.ShownRules;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.exchange.ReceiptMessages;
import org.lienthong.schemas.exchange.ReceiptMessages.Message;
import org.lienthong.schemas.words.Term;
import org.lienthong.schemas.words.Words;
import org.lienthong.streams.explain.Explanation;
import org.lienthong.streams.explain.Explanation.Answer;
import org.lienthong.streams.explain.Explanation.Change;
import org.lienthong.streams.explain.Explanation.Entry;
import org.lienthong.streams.explain.Explanation.Setting;
import org.lienthong.streams.explain.Explanation.Statement;
import org.lienthong.streams.explain.Value;
import org.lienthong.streams.record.Rule;

/** Puts an explanation into words. */
final class ExplanationViews {

    private final Map<String, String> agencies;

    /** @param agencies names by id, where known */
    ExplanationViews(Map<String, String> agencies) {
        this.agencies = agencies;
    }

    ExplanationView view(Explanation told, List<EventPlace> missing) {
        return new ExplanationView(
                told.dossierCode(),
                told.answers().stream().map(this::field).toList(),
                told.entries().stream().map(this::event).toList(),
                missing.stream()
                        .map(place ->
                                new MissingView(place.eventId(), place.topic(), place.partition(), place.offset()))
                        .toList());
    }

    private FieldView field(Answer answer) {
        return FieldView.of(
                Words.field(answer.field()),
                shown(answer.field(), answer.present()),
                answer.settings().stream().map(this::setting).toList(),
                answer.claims().stream().map(this::claim).toList());
    }

    private SettingView setting(Setting setting) {
        Entry by = setting.by();
        Change change = setting.change();
        return new SettingView(
                by.eventId(),
                Words.event(by.kind()),
                named(by.agencyId()),
                by.sourceSystem(),
                by.occurredAt(),
                shown(change.field(), change.before()),
                shown(change.field(), change.after()),
                rules(change));
    }

    private EventView event(Entry entry) {
        return new EventView(
                entry.eventId(),
                Words.event(entry.kind()),
                named(entry.agencyId()),
                entry.sourceSystem(),
                entry.occurredAt(),
                entry.changes().stream().map(this::change).toList(),
                entry.claims().stream().map(this::claim).toList(),
                entry.anomalies().stream()
                        .map(oddity -> new OddityView(Words.anomaly(oddity.code()), ShownRules.detail(oddity.detail())))
                        .toList(),
                entry.conflict() == null ? null : receipt(entry.conflict()));
    }

    private ChangeView change(Change change) {
        return new ChangeView(
                Words.field(change.field()),
                shown(change.field(), change.before()),
                shown(change.field(), change.after()),
                rules(change));
    }

    private ClaimView claim(Statement claim) {
        return new ClaimView(
                Words.field(claim.field()),
                shown(claim.field(), claim.value()),
                named(claim.agencyId()),
                claim.sourceSystem(),
                claim.eventId(),
                claim.occurredAt(),
                claim.conflict());
    }

    private Shown shown(String field, Value value) {
        return ShownRules.shown(field, value.shown(), value.hidden(), agencies);
    }

    private Named named(String agency) {
        return new Named(agency, agencies.get(agency));
    }

    private static List<Term> rules(Change change) {
        return change.rules().stream().map(ExplanationViews::term).toList();
    }

    private static Term term(Rule rule) {
        return new Term(rule.name(), rule.vietnamese(), rule.english());
    }

    private static Term receipt(String code) {
        Message message = ReceiptMessages.of(code);
        return new Term(code, message.vi(), message.en());
    }
}
