package org.lienthong.streams.record;

/** Is told what facts state and which rule set a field, so that the fold can explain itself. */
@FunctionalInterface
public interface Trace {

    Trace NONE = (field, rule) -> {};

    /** @param field a field of DossierRecord; a permit's as {@code permits/number} */
    void set(String field, Rule rule);

    /**
     * A fact states a field, whether that sets it or stays a claim.
     *
     * @param field a field of DossierRecord; a permit's as {@code permits/number} or {@code permits/number/field}
     */
    default void states(FieldGroup group, String field) {}
}
