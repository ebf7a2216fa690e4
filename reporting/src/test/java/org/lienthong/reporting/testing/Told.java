package org.lienthong.reporting.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.explanation.ExplanationView.ChangeView;
import org.lienthong.reporting.explanation.ExplanationView.ClaimView;
import org.lienthong.reporting.explanation.ExplanationView.EventView;
import org.lienthong.reporting.explanation.ExplanationView.FieldView;
import org.lienthong.reporting.explanation.ExplanationView.SettingView;
import org.lienthong.reporting.explanation.Shown;
import org.lienthong.reporting.explanation.ShownRules;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.words.Term;
import org.lienthong.schemas.words.Words;

/** Explanations as the platform gives them. */
public final class Told {

    public static final Instant DUE = Instant.parse("2025-07-20T10:00:00Z");
    public static final Instant MOVED = Instant.parse("2025-07-22T10:00:00Z");
    private static final Instant AT = Instant.parse("2025-07-01T01:00:00Z");
    private static final Named DESK = new Named("H36.25", "Bộ phận một cửa Di Linh");
    private static final Named STRANGER = new Named("H36.31", null);
    private static final Term OWNER_STATES = new Term("OWNER_STATES", "cơ quan có thẩm quyền ghi nhận", "owner states");

    /** Knows the fields, and of no dossier any event. */
    public static final Explainer NOTHING = new Explainer() {
        @Override
        public SortedSet<String> fields() {
            return new TreeSet<>(List.of("dueAt", "permits", "rating", "status", "applicant"));
        }

        @Override
        public ExplanationView explain(String code) {
            return new ExplanationView(code, List.of(), List.of(), List.of());
        }
    };

    private Told() {}

    /** The due date was stated, then moved; a stranger claims another; the applicant is known. */
    public static ExplanationView explanation(String dossier) {
        ClaimView claim =
                new ClaimView(Words.field("dueAt"), shown("dueAt", AT), STRANGER, "one-stop", "e-3", AT, true);
        return new ExplanationView(
                dossier,
                List.of(
                        FieldView.of(
                                Words.field("applicant"),
                                hidden(),
                                List.of(setting("e-1", "DossierSubmitted", shown("applicant", null), hidden())),
                                List.of()),
                        FieldView.of(
                                Words.field("dueAt"),
                                shown("dueAt", MOVED),
                                List.of(
                                        setting("e-2", "DossierCorrected", shown("dueAt", DUE), shown("dueAt", MOVED)),
                                        setting("e-1", "DossierSubmitted", shown("dueAt", null), shown("dueAt", DUE))),
                                List.of(claim))),
                List.of(
                        event(
                                "e-1",
                                List.of(
                                        change("applicant", shown("applicant", null), hidden()),
                                        change("dueAt", shown("dueAt", null), shown("dueAt", DUE))),
                                List.of()),
                        event("e-2", List.of(change("dueAt", shown("dueAt", DUE), shown("dueAt", MOVED))), List.of()),
                        event("e-3", List.of(), List.of(claim)),
                        event("e-4", List.of(), List.of())),
                List.of());
    }

    private static EventView event(String id, List<ChangeView> changes, List<ClaimView> claims) {
        return new EventView(
                id, Words.event("DossierCorrected"), DESK, "one-stop", AT, changes, claims, List.of(), null);
    }

    private static ChangeView change(String field, Shown before, Shown after) {
        return new ChangeView(Words.field(field), before, after, List.of(OWNER_STATES));
    }

    private static SettingView setting(String event, String kind, Shown before, Shown after) {
        return new SettingView(event, Words.event(kind), DESK, "one-stop", AT, before, after, List.of(OWNER_STATES));
    }

    private static Shown shown(String field, @Nullable Object value) {
        return ShownRules.shown(field, value, false, Map.of());
    }

    private static Shown hidden() {
        return ShownRules.shown("applicant", null, true, Map.of());
    }
}
