package org.lienthong.streams.dossier;

import java.util.Objects;
import java.util.Optional;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.Outcome;

/** What the receipt of an event that went into its record says. */
final class OutcomeRules {

    private OutcomeRules() {}

    /** @param code stable, and the key of its message in both languages */
    record Verdict(Outcome outcome, String code) {

        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, outcome.name());
        }
    }

    static final Verdict DUPLICATE = Verdict.of(Outcome.DUPLICATE);
    private static final Verdict APPLIED = Verdict.of(Outcome.APPLIED);
    private static final Verdict LATE = Verdict.of(Outcome.LATE);
    private static final Verdict SUPERSEDED = Verdict.of(Outcome.SUPERSEDED);

    /** An event that comes after all others of its dossier. */
    static Verdict inOrder(Optional<String> conflict) {
        return conflict.map(OutcomeRules::conflict).orElse(APPLIED);
    }

    /**
     * An event that comes before others which arrived earlier. It is superseded when these leave no trace of it: the
     * record counts it, and is otherwise as it was.
     */
    static Verdict outOfOrder(DossierRecord before, DossierRecord after, Optional<String> conflict) {
        return conflict.map(OutcomeRules::conflict).orElseGet(() -> sameButForCount(before, after) ? SUPERSEDED : LATE);
    }

    private static Verdict conflict(String code) {
        return new Verdict(Outcome.CONFLICT, code);
    }

    private static boolean sameButForCount(DossierRecord before, DossierRecord after) {
        int fields = after.getSchema().getFields().size();
        int count = after.getSchema().getField("eventCount").pos();
        for (int i = 0; i < fields; i++) {
            if (i != count && !Objects.equals(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }
}
