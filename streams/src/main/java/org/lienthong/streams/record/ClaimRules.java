package org.lienthong.streams.record;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierRecord;

/** Claims: what agencies state about fields that others own. They neither overwrite nor disappear. */
final class ClaimRules {

    private static final int LONGEST_VALUE = 500;
    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::getField).thenComparing(Claim::getAgencyId);

    private ClaimRules() {}

    /**
     * Notes what the fact's agency states. Agreeing with the owner from the start is no claim.
     *
     * @param owned the owner's present value; null: none is known
     * @return whether the claim contradicts the owner
     */
    static boolean claim(DossierRecord record, Fact fact, String field, Object value, @Nullable Object owned) {
        String text = text(value);
        boolean conflict = owned == null || !text.equals(text(owned));
        Claim earlier = find(record.getClaims(), field, fact.agencyId());
        if (!conflict && earlier == null) {
            return false;
        }
        record.getClaims().remove(earlier);
        record.getClaims()
                .add(new Claim(
                        field,
                        text,
                        fact.agencyId(),
                        fact.sourceSystem(),
                        fact.eventId(),
                        fact.occurredAt(),
                        conflict));
        record.getClaims().sort(ORDER);
        return conflict;
    }

    /** The owner has stated a value: claims now agree with it or not. */
    static void reconsider(DossierRecord record, String field, @Nullable Object owned) {
        if (record.getClaims().isEmpty()) {
            return;
        }
        String text = owned == null ? null : text(owned);
        for (Claim claim : record.getClaims()) {
            if (claim.getField().equals(field)) {
                claim.setConflict(!Objects.equals(claim.getValue(), text));
            }
        }
    }

    private static @Nullable Claim find(List<Claim> claims, String field, String agency) {
        for (Claim claim : claims) {
            if (claim.getField().equals(field) && claim.getAgencyId().equals(agency)) {
                return claim;
            }
        }
        return null;
    }

    private static String text(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
