package org.lienthong.producers.generator;

/** What can be wrong with a record on {@code dossier.events}; each must end in the quarantine. */
public enum WrongKind {
    /** JSON instead of Avro. */
    NOT_AVRO,
    /** A schema id that no registry gave out. */
    UNKNOWN_SCHEMA,
    /** The end of the record is missing. */
    CUT_OFF,
    /** The key is another dossier's code. */
    OTHER_KEY,
    /** The code, as key and inside, is not canonical. */
    CODE_NOT_CANONICAL
}
