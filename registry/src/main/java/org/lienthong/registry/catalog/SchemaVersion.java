package org.lienthong.registry.catalog;

/**
 * One version of a subject.
 *
 * @param version from 1 on
 * @param deleted softly: clients that know the id can still read with it
 */
public record SchemaVersion(String subject, int version, int id, SchemaContent content, boolean deleted) {

    SchemaVersion asDeleted() {
        return new SchemaVersion(subject, version, id, content, true);
    }
}
