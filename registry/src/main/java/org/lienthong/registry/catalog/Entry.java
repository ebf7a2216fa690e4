package org.lienthong.registry.catalog;

import java.util.Optional;

/** One change of the catalogue, as the log keeps it. The catalogue is nothing but the sum of its entries. */
public sealed interface Entry {

    /** A version is there, or is softly deleted. */
    record Stored(SchemaVersion version) implements Entry {}

    /** A version is gone for good. */
    record Erased(String subject, int version) implements Entry {}

    /** All versions of the subject up to this one are softly deleted. */
    record SubjectDeleted(String subject, int lastVersion) implements Entry {}

    /**
     * @param subject empty for the whole registry
     * @param level empty: back to what holds for the whole registry, or to the default
     */
    record LevelSet(Optional<String> subject, Optional<CompatibilityLevel> level) implements Entry {}

    /**
     * @param subject empty for the whole registry
     * @param mode empty: back to what holds for the whole registry, or to the default
     */
    record ModeSet(Optional<String> subject, Optional<Mode> mode) implements Entry {}
}
