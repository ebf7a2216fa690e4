package org.lienthong.reporting.explanation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lienthong.reporting.explanation.ExplanationView.ClaimView;
import org.lienthong.reporting.explanation.ExplanationView.Sentence;
import org.lienthong.reporting.explanation.ExplanationView.SettingView;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.words.Term;

/** Who set a field, in one sentence. */
final class AnswerRules {

    private static final String BUNDLE = "org.lienthong.reporting.explanation.answers";
    private static final Tongue VIETNAMESE = new Tongue("vi", Term::vi, Shown::vi);
    private static final Tongue ENGLISH = new Tongue("en", Term::en, Shown::en);

    private AnswerRules() {}

    /** @param settings latest first; empty: nobody who may has stated the field */
    static Sentence answer(Term field, Shown value, List<SettingView> settings, List<ClaimView> claims) {
        return new Sentence(
                VIETNAMESE.answer(field, value, settings, claims), ENGLISH.answer(field, value, settings, claims));
    }

    /** One of the two languages. */
    private static final class Tongue {

        private final ResourceBundle patterns;
        private final Function<Term, String> term;
        private final Function<Shown, String> value;

        Tongue(String language, Function<Term, String> term, Function<Shown, String> value) {
            this.patterns = ResourceBundle.getBundle(
                    BUNDLE, Locale.forLanguageTag(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
            this.term = term;
            this.value = value;
        }

        String answer(Term field, Shown present, List<SettingView> settings, List<ClaimView> claims) {
            String told = settings.isEmpty()
                    ? say("unset", term.apply(field))
                    : say("set", term.apply(field), value.apply(present), setting(settings.get(0)));
            return claims.isEmpty() ? told + "." : told + "; " + say("claimed", claimed(claims)) + ".";
        }

        private String setting(SettingView by) {
            String rules = by.rules().stream().map(term).collect(Collectors.joining("; "));
            String replaced = by.before().isPresent() ? say("replaced", value.apply(by.before())) : say("first");
            return say(
                    "by",
                    name(by.agency()),
                    by.system(),
                    value.apply(ShownRules.time(by.at())),
                    term.apply(by.kind()),
                    rules,
                    replaced);
        }

        private String claimed(List<ClaimView> claims) {
            return claims.stream()
                    .map(claim -> name(claim.agency()) + ": " + value.apply(claim.value()))
                    .collect(Collectors.joining("; "));
        }

        private String say(String key, Object... values) {
            return new MessageFormat(patterns.getString(key), Locale.ROOT).format(values);
        }

        private static String name(Named agency) {
            return agency.name() == null ? agency.code() : agency.name() + " (" + agency.code() + ")";
        }
    }
}
