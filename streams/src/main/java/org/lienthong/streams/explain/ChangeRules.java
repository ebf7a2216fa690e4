package org.lienthong.streams.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.streams.explain.Explanation.Change;
import org.lienthong.streams.explain.Explanation.Oddity;
import org.lienthong.streams.explain.Explanation.Statement;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.Rule;

/** How a record differs from what it was before one fact. */
final class ChangeRules {

    private ChangeRules() {}

    /** @param rules which the fold applied, per field; a permit's under its number */
    static List<Change> changes(DossierRecord before, DossierRecord after, Map<String, List<Rule>> rules) {
        List<Change> changes = new ArrayList<>();
        for (Field field : FieldRules.ofRecord()) {
            if (field.name().equals(FieldRules.PERMITS)) {
                for (PermitView permit : after.getPermits()) {
                    changes.addAll(permitChanges(before, permit, rules));
                }
            } else {
                change(field, field.name(), before, after, rules.get(field.name()))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    /** The claims that are there because of the fact. */
    static List<Statement> claims(DossierRecord before, DossierRecord after, Fact fact) {
        return after.getClaims().stream()
                .filter(claim -> claim.getEventId().equals(fact.eventId()))
                .filter(claim -> before.getClaims().stream().noneMatch(earlier -> isSame(earlier, claim)))
                .map(ChangeRules::statement)
                .toList();
    }

    static Statement statement(Claim claim) {
        return new Statement(
                claim.getField(),
                FieldRules.claimed(claim.getField(), claim.getValue()),
                claim.getAgencyId(),
                claim.getSourceSystem(),
                claim.getEventId(),
                claim.getOccurredAt(),
                claim.getConflict());
    }

    static List<Oddity> anomalies(DossierRecord before, DossierRecord after) {
        List<Anomaly> all = after.getAnomalies();
        return all.subList(before.getAnomalies().size(), all.size()).stream()
                .map(anomaly -> new Oddity(anomaly.getCode(), anomaly.getDetail()))
                .toList();
    }

    private static List<Change> permitChanges(DossierRecord before, PermitView permit, Map<String, List<Rule>> rules) {
        PermitView earlier = before.getPermits().stream()
                .filter(p -> p.getPermitNumber().equals(permit.getPermitNumber()))
                .findFirst()
                .orElse(null);
        String path = FieldRules.ofPermit(permit.getPermitNumber());
        return FieldRules.ofPermit().stream()
                .flatMap(field -> change(field, path + "/" + field.name(), earlier, permit, rules.get(path)).stream())
                .toList();
    }

    private static Optional<Change> change(
            Field field, String path, @Nullable IndexedRecord before, IndexedRecord after, @Nullable List<Rule> rules) {
        Object old = before == null ? null : before.get(field.pos());
        Object now = after.get(field.pos());
        return Objects.equals(old, now)
                ? Optional.empty()
                : Optional.of(new Change(
                        path,
                        FieldRules.value(field, old),
                        FieldRules.value(field, now),
                        rules == null ? List.of() : List.copyOf(rules)));
    }

    /** Whether it agrees with the owner may have changed since. */
    private static boolean isSame(Claim earlier, Claim claim) {
        return earlier.getField().equals(claim.getField())
                && earlier.getAgencyId().equals(claim.getAgencyId())
                && earlier.getEventId().equals(claim.getEventId())
                && earlier.getOccurredAt().equals(claim.getOccurredAt());
    }
}
