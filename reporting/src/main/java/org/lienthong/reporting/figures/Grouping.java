package org.lienthong.reporting.figures;

/** How to divide the figures of a unit or an agency. */
public enum Grouping {
    NONE("''"),
    MONTH("to_char(month, 'YYYY-MM')"),
    SECTOR("sector"),
    PROCEDURE("procedure_code"),
    CHANNEL("channel"),
    AGENCY("agency_id");

    private final String expression;

    Grouping(String expression) {
        this.expression = expression;
    }

    /** SQL that names the group of a cell. */
    String expression() {
        return expression;
    }

    /** Whether {@code unit_statistics} has it too. */
    boolean isCoarse() {
        return this == NONE || this == MONTH || this == SECTOR;
    }
}
