package org.lienthong.reporting.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * By what a report can be narrowed.
 *
 * @param kind what its value must be
 * @param condition SQL with one question mark; empty where the kind makes its own
 * @param expected the form of a value, in no language
 */
public record ReportField(String name, Kind kind, String condition, String expected) {

    /** How a value is read. */
    public enum Kind {
        /** A code as it stands. */
        CODE,
        /** One of the names in {@link ReportField#expected()}. */
        NAME,
        DAY,
        MONTH,
        /** A unit with everything below it, of the dossier in the row {@code d}. */
        UNIT,
        /** Whether the dossier in the row {@code d} is overdue now. */
        OVERDUE,
        /** What the code or an alias of the dossier in the row {@code d} begins with. */
        BEGINNING
    }

    static ReportField code(String name, String column) {
        return new ReportField(name, Kind.CODE, column + " = ?", "25000 | H36.25");
    }

    static ReportField constant(String name, String column, Class<? extends Enum<?>> type) {
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" | "));
        return new ReportField(name, Kind.NAME, column + " = ?", names);
    }

    static ReportField day(String name, String condition) {
        return new ReportField(name, Kind.DAY, condition, "yyyy-MM-dd");
    }

    static ReportField month(String name, String condition) {
        return new ReportField(name, Kind.MONTH, condition, "yyyy-MM");
    }

    static ReportField ofDossier(String name, Kind kind, String expected) {
        return new ReportField(name, kind, "", expected);
    }
}
