package org.lienthong.registry.catalog;

import java.util.Arrays;
import java.util.Optional;

/** What may be done with a subject. */
public enum Mode {
    READWRITE,
    READONLY,
    /** Read-only for every subject, whatever its own mode says; for the registry as a whole. */
    READONLY_OVERRIDE,
    /** Schemas come with the id and version they had elsewhere, unchecked: for moving from another registry. */
    IMPORT;

    public static Optional<Mode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
