package org.lienthong.reporting.search;

/** A beginning of a code or alias in the two languages of PostgreSQL that ask for one; the text is never a pattern. */
final class BeginningRules {

    private BeginningRules() {}

    /** As the right side of {@code LIKE}. */
    static String like(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** As a {@code tsquery} of one prefix. */
    static String query(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "':*";
    }
}
