package org.lienthong.streams.record;

/** Is told which rule set a field, so that the fold can explain itself. */
@FunctionalInterface
public interface Trace {

    Trace NONE = (field, rule) -> {};

    /** @param field a field of DossierRecord; a permit's as {@code permits/number/field} */
    void set(String field, Rule rule);
}
