package org.lienthong.streams.dossier;

import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;

/** Every record that is read counts once, under the one outcome it has. */
final class LedgerRules {

    private LedgerRules() {}

    static void count(LedgerEntry entry, Outcome outcome, boolean redrive, long offset) {
        entry.setRead(entry.getRead() + 1);
        entry.setLastOffset(offset);
        entry.setRedriven(entry.getRedriven() + (redrive ? 1 : 0));
        switch (outcome) {
            case APPLIED -> entry.setApplied(entry.getApplied() + 1);
            case DUPLICATE -> entry.setDuplicate(entry.getDuplicate() + 1);
            case LATE -> entry.setLate(entry.getLate() + 1);
            case SUPERSEDED -> entry.setSuperseded(entry.getSuperseded() + 1);
            case CONFLICT -> entry.setConflict(entry.getConflict() + 1);
            case QUARANTINED -> entry.setQuarantined(entry.getQuarantined() + 1);
        }
    }
}
