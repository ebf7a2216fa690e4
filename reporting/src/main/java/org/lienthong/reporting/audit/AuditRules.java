package org.lienthong.reporting.audit;

import java.util.EnumMap;
import java.util.Map;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;

/** The ledger's columns as outcomes. */
final class AuditRules {

    private AuditRules() {}

    static Map<Outcome, Long> outcomes(LedgerEntry entry) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        counts.put(Outcome.APPLIED, entry.getApplied());
        counts.put(Outcome.DUPLICATE, entry.getDuplicate());
        counts.put(Outcome.LATE, entry.getLate());
        counts.put(Outcome.SUPERSEDED, entry.getSuperseded());
        counts.put(Outcome.CONFLICT, entry.getConflict());
        counts.put(Outcome.QUARANTINED, entry.getQuarantined());
        return counts;
    }
}
