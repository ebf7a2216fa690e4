package org.lienthong.registry.catalog;

import java.util.List;
import java.util.Optional;

/** How a version is named in an address: by number, {@code latest} or {@code -1}. */
public final class Versions {

    private Versions() {}

    static boolean isLatest(String version) {
        return version.equals("latest") || version.equals("-1");
    }

    /**
     * The version of that name.
     *
     * @throws RegistryException 40401 or 40402 where there is none, 42202 where the name is none
     */
    public static SchemaVersion required(Catalog catalog, String subject, String version, boolean withDeleted) {
        Optional<SchemaVersion> found = existing(catalog, subject, version, withDeleted);
        if (found.isEmpty() && catalog.versions(subject, withDeleted).isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        return found.orElseThrow(() -> RegistryException.noVersion(subject, version));
    }

    static Optional<SchemaVersion> existing(Catalog catalog, String subject, String version, boolean withDeleted) {
        if (isLatest(version)) {
            List<SchemaVersion> versions = catalog.versions(subject, withDeleted);
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        }
        return catalog.version(subject, number(version), withDeleted);
    }

    private static int number(String version) {
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in one way for all that is no version.
        }
        throw RegistryException.invalidVersion(version);
    }
}
