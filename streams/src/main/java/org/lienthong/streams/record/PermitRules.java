package org.lienthong.streams.record;

import static org.lienthong.streams.record.FieldGroup.PERMIT;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitStatus;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.schemas.permit.PermitSuspended;

/**
 * What each permit event states about the dossier that the permit follows from. The agency that issued a permit owns
 * it; until one is seen to issue it, whoever states something is taken at its word.
 */
final class PermitRules {

    private static final Comparator<PermitView> BY_NUMBER = Comparator.comparing(PermitView::getPermitNumber);

    private PermitRules() {}

    static void apply(Turn turn, String number) {
        PermitView permit = permit(turn.record(), number);
        Object payload = turn.fact().payload();
        boolean owner = permit.getIssuedBy() == null
                || AuthorityRules.speaksFor(turn.fact().agencyId(), permit.getIssuedBy());
        if (!owner) {
            claim(turn, permit, payload);
            return;
        }
        if (permit.getIssuedBy() == null && !(payload instanceof PermitIssued)) {
            turn.anomaly(Anomalies.PERMIT_NOT_ISSUED, turn.fact().kind());
        }
        apply(turn, permit, payload);
        turn.stated(PERMIT, "permits/" + number, Rule.OWNER_STATES);
    }

    private static void apply(Turn turn, PermitView permit, Object payload) {
        if (payload instanceof PermitIssued e) {
            permit.setKind(e.getKind());
            permit.setIssuedBy(turn.fact().agencyId());
            permit.setIssuedAt(turn.fact().occurredAt());
            permit.setValidFrom(e.getValidFrom());
            permit.setValidUntil(e.getValidUntil());
            move(turn, permit, PermitStatus.ISSUED, null);
        } else if (payload instanceof PermitAmended e) {
            permit.setAmendedAt(turn.fact().occurredAt());
            if (e.getValidUntil() != null) {
                permit.setValidUntil(e.getValidUntil());
                reconsider(turn, permit, "validUntil", e.getValidUntil());
            }
        } else if (payload instanceof PermitSuspended e) {
            move(turn, permit, PermitStatus.SUSPENDED, e.getUntil());
        } else if (payload instanceof PermitRevoked) {
            end(turn, permit, PermitStatus.REVOKED);
        } else if (payload instanceof PermitExpired) {
            end(turn, permit, PermitStatus.EXPIRED);
        } else {
            throw new IllegalStateException("no rule for " + turn.fact().kind());
        }
    }

    private static void move(Turn turn, PermitView permit, PermitStatus status, @Nullable LocalDate suspendedUntil) {
        permit.setStatus(status);
        permit.setSuspendedUntil(suspendedUntil);
        permit.setEndedAt(null);
        reconsider(turn, permit, "status", status);
    }

    private static void end(Turn turn, PermitView permit, PermitStatus status) {
        move(turn, permit, status, null);
        permit.setEndedAt(turn.fact().occurredAt());
    }

    private static void claim(Turn turn, PermitView permit, Object payload) {
        if (payload instanceof PermitAmended e) {
            turn.claim(
                    PERMIT,
                    path(permit, "validUntil"),
                    e.getValidUntil() == null ? "amended" : e.getValidUntil(),
                    permit.getValidUntil());
        } else {
            turn.claim(PERMIT, path(permit, "status"), stated(payload), permit.getStatus());
        }
    }

    private static PermitStatus stated(Object payload) {
        if (payload instanceof PermitIssued) {
            return PermitStatus.ISSUED;
        } else if (payload instanceof PermitSuspended) {
            return PermitStatus.SUSPENDED;
        }
        return payload instanceof PermitRevoked ? PermitStatus.REVOKED : PermitStatus.EXPIRED;
    }

    private static void reconsider(Turn turn, PermitView permit, String field, Object value) {
        ClaimRules.reconsider(turn.record(), path(permit, field), value);
    }

    private static String path(PermitView permit, String field) {
        return "permits/" + permit.getPermitNumber() + "/" + field;
    }

    /** The permit of this number; one that was never seen issued is there with an unknown status. */
    private static PermitView permit(DossierRecord record, String number) {
        List<PermitView> permits = record.getPermits();
        for (PermitView permit : permits) {
            if (permit.getPermitNumber().equals(number)) {
                return permit;
            }
        }
        PermitView added = PermitView.newBuilder()
                .setPermitNumber(number)
                .setStatus(PermitStatus.UNKNOWN)
                .build();
        permits.add(added);
        permits.sort(BY_NUMBER);
        return added;
    }
}
