package org.lienthong.reporting.audit;

/**
 * Something that does not add up.
 *
 * @param where {@code topic-partition-offset}, {@code topic-partition} or a dossier code
 * @param detail what was expected and what is there, without personal data
 */
public record Finding(Kind kind, String where, String detail) {

    /** What does not add up; each has a text in the bundles. */
    public enum Kind {
        RECEIPT_MISSING,
        RECEIPT_TWICE,
        RECEIPT_WITHOUT_EVENT,
        RECEIPT_OF_ANOTHER_EVENT,
        QUARANTINE_MISSING,
        QUARANTINE_WITHOUT_RECEIPT,
        RECORD_COUNT_DIFFERS,
        RECORD_MISSING,
        RECORD_WITHOUT_EVENTS,
        LEDGER_MISSING,
        LEDGER_DIFFERS
    }
}
