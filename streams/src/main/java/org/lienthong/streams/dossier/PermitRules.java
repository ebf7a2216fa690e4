package org.lienthong.streams.dossier;

import java.util.Comparator;
import java.util.List;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitStatus;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.schemas.permit.PermitSuspended;

/** How one permit event changes the record of the dossier that the permit follows from. */
public final class PermitRules {

    private static final Comparator<PermitView> BY_NUMBER = Comparator.comparing(PermitView::getPermitNumber);

    private PermitRules() {}

    /** Folds the next event into the record, in place; the caller owns the record. */
    public static void apply(DossierRecord record, PermitEvent event) {
        RecordEdits.countEvent(record, event.getHeader());
        PermitView permit = permit(record, event.getPermitNumber());
        Object payload = event.getPayload();
        if (payload instanceof PermitIssued e) {
            permit.setKind(e.getKind());
            permit.setStatus(PermitStatus.ISSUED);
            permit.setIssuedAt(event.getHeader().getOccurredAt());
            permit.setValidUntil(e.getValidUntil());
        } else if (payload instanceof PermitAmended e) {
            permit.setValidUntil(RecordEdits.firstOf(e.getValidUntil(), permit.getValidUntil()));
        } else if (payload instanceof PermitSuspended) {
            permit.setStatus(PermitStatus.SUSPENDED);
        } else if (payload instanceof PermitRevoked) {
            permit.setStatus(PermitStatus.REVOKED);
        } else if (payload instanceof PermitExpired) {
            permit.setStatus(PermitStatus.EXPIRED);
        } else {
            throw new IllegalStateException(
                    "no rule for payload " + payload.getClass().getSimpleName());
        }
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
