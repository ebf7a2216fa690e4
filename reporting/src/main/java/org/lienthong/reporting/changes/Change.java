package org.lienthong.reporting.changes;

import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.dossiers.DossierView;

/**
 * What became of a dossier since a reader last heard of it.
 *
 * @param cursor the place behind this change
 * @param version number of the record's events; null: the reader needs it no more
 * @param movedTo code of the unit under which it is now; null: it did not move, or has no unit
 * @param record its present state, without personal data; null unless it is of the unit
 */
public record Change(
        String cursor,
        Kind kind,
        String code,
        @Nullable Integer version,
        @Nullable String movedTo,
        @Nullable DossierView record) {

    /** What the reader has to do with its copy. */
    public enum Kind {
        /** Put the record in the place of what there is. */
        CHANGED,
        /** Take it away: the dossier is another unit's now. */
        MOVED,
        /** Take it away: the dossier is gone. */
        DELETED
    }
}
