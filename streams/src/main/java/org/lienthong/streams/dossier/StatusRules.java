package org.lienthong.streams.dossier;

import static org.lienthong.schemas.dossier.DossierStatus.ACCEPTED;
import static org.lienthong.schemas.dossier.DossierStatus.IN_PROGRESS;
import static org.lienthong.schemas.dossier.DossierStatus.PAYMENT_REQUESTED;
import static org.lienthong.schemas.dossier.DossierStatus.REFUSED;
import static org.lienthong.schemas.dossier.DossierStatus.RESOLVED;
import static org.lienthong.schemas.dossier.DossierStatus.RETURNED;
import static org.lienthong.schemas.dossier.DossierStatus.SUBMITTED;
import static org.lienthong.schemas.dossier.DossierStatus.SUPPLEMENT_REQUESTED;
import static org.lienthong.schemas.dossier.DossierStatus.SUSPENDED;
import static org.lienthong.schemas.dossier.DossierStatus.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.lienthong.schemas.dossier.DossierStatus;

/**
 * Which status normally follows which. There is no official transition table: this one says what surprises nobody.
 * Anything else is applied all the same and leaves an anomaly on the record.
 */
final class StatusRules {

    private static final Set<DossierStatus> WORKING =
            EnumSet.of(IN_PROGRESS, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN, SUSPENDED, RESOLVED);

    private static final Map<DossierStatus, Set<DossierStatus>> EXPECTED = new EnumMap<>(Map.of(
            SUBMITTED, EnumSet.of(ACCEPTED, REFUSED, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWN),
            ACCEPTED, WORKING,
            IN_PROGRESS, WORKING,
            SUPPLEMENT_REQUESTED, EnumSet.of(IN_PROGRESS, ACCEPTED, WITHDRAWN, SUSPENDED, REFUSED),
            PAYMENT_REQUESTED, WORKING,
            SUSPENDED, EnumSet.of(IN_PROGRESS, WITHDRAWN, RETURNED),
            RESOLVED, EnumSet.of(RETURNED),
            REFUSED, EnumSet.of(RETURNED),
            WITHDRAWN, EnumSet.of(RETURNED),
            RETURNED, EnumSet.noneOf(DossierStatus.class)));

    private StatusRules() {}

    static boolean isExpected(DossierStatus from, DossierStatus to) {
        return from == to || EXPECTED.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether the dossier is over: what follows needs an explanation. */
    static boolean isEnd(DossierStatus status) {
        return status == RESOLVED || status == RETURNED || status == REFUSED || status == WITHDRAWN;
    }
}
