package org.lienthong.reporting.audit;

import static org.lienthong.reporting.audit.AuditReport.Proof.EVENTS;
import static org.lienthong.reporting.audit.AuditReport.Proof.LEDGER;
import static org.lienthong.reporting.audit.AuditReport.Proof.QUARANTINE;
import static org.lienthong.reporting.audit.AuditReport.Proof.READABLE;
import static org.lienthong.reporting.audit.AuditReport.Proof.RECEIPTS;
import static org.lienthong.reporting.audit.AuditReport.Proof.RECORDS;

import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.audit.AuditReport.Proof;

/**
 * Something that does not add up.
 *
 * @param dossier code, where it is about one dossier
 * @param expected what should be there, without personal data; null: the kind says it
 * @param found what is there instead; null: nothing, or the kind says it
 */
public record Finding(
        Kind kind,
        Place where,
        @Nullable String dossier,
        @Nullable String expected,
        @Nullable String found) {

    /** What does not add up, and what that leaves unproven; each has a text in the bundles. */
    public enum Kind {
        RECEIPT_MISSING(RECEIPTS),
        RECEIPT_TWICE(RECEIPTS),
        RECEIPT_WITHOUT_EVENT(EVENTS),
        RECEIPT_OF_ANOTHER_EVENT(EVENTS),
        LEDGER_MISSING(LEDGER),
        LEDGER_BEHIND(LEDGER),
        LEDGER_DIFFERS(LEDGER),
        QUARANTINE_MISSING(QUARANTINE),
        QUARANTINE_TWICE(QUARANTINE),
        QUARANTINE_WITHOUT_RECEIPT(QUARANTINE),
        RECORD_MISSING(RECORDS),
        RECORD_WITHOUT_EVENTS(RECORDS),
        RECORD_COUNT_DIFFERS(RECORDS),
        UNREADABLE(READABLE);

        private final Proof against;

        Kind(Proof against) {
            this.against = against;
        }

        Proof against() {
            return against;
        }
    }

    static Finding at(Kind kind, Place where) {
        return new Finding(kind, where, null, null, null);
    }

    static Finding differs(Kind kind, Place where, Object expected, Object found) {
        return new Finding(kind, where, null, String.valueOf(expected), String.valueOf(found));
    }

    static Finding inDossier(Kind kind, Place where, String dossier, int events, int counted) {
        return new Finding(kind, where, dossier, String.valueOf(events), String.valueOf(counted));
    }
}
