package org.lienthong.reporting.figures;

/** How to divide the figures of a unit. */
public enum Grouping {
    NONE("''"),
    MONTH("to_char(month, 'YYYY-MM')"),
    SECTOR("sector");

    private final String expression;

    Grouping(String expression) {
        this.expression = expression;
    }

    /** SQL that names the group of a row. */
    String expression() {
        return expression;
    }
}
