package org.lienthong.reporting.export;

/** What a report was to be narrowed by cannot be. */
public final class WrongFilterException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        UNKNOWN_FILTER,
        BAD_VALUE,
        UNKNOWN_UNIT
    }

    private final Kind kind;
    private final String name;
    private final String value;
    private final String expected;

    WrongFilterException(Kind kind, String name, String value, String expected) {
        super(kind + ": " + name + ", expected " + expected);
        this.kind = kind;
        this.name = name;
        this.value = value;
        this.expected = expected;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** As it was given. */
    public String value() {
        return value;
    }

    /** Names of filters, or the form of a value, in no language. */
    public String expected() {
        return expected;
    }
}
