package org.lienthong.reporting.index;

import static org.lienthong.reporting.index.IndexGroup.CKMB;
import static org.lienthong.reporting.index.IndexGroup.MDHL;
import static org.lienthong.reporting.index.IndexGroup.MDSH;
import static org.lienthong.reporting.index.IndexGroup.ONLINE;
import static org.lienthong.reporting.index.IndexGroup.TTTT;
import static org.lienthong.reporting.index.IndexMetric.Absent.FULL_POINTS;
import static org.lienthong.reporting.index.IndexMetric.Absent.FULL_POINTS_WHEN_NONE;
import static org.lienthong.reporting.index.IndexMetric.Absent.NO_POINTS;
import static org.lienthong.reporting.index.IndexMetric.Thing.CONTENT;
import static org.lienthong.reporting.index.IndexMetric.Thing.COPY;
import static org.lienthong.reporting.index.IndexMetric.Thing.DOSSIER;
import static org.lienthong.reporting.index.IndexMetric.Thing.PETITION;
import static org.lienthong.reporting.index.IndexMetric.Thing.PROCEDURE;

/**
 * What earns points, in the order of the decision. The codes are the portal's where it has any; for the parts of
 * {@code ONLINE} and {@code TTTT}, of which it names the counts alone, they are ours. Points grow with the ratio up to
 * a maximum that is reached at a ratio of its own; {@code docs/how-to/service-index.md} says where each rule is from.
 */
public enum IndexMetric {
    PUBLISH_ON_TIME(CKMB, 6, 100, NO_POINTS, PROCEDURE),
    PUBLIC_UPDATE_ON_TIME(CKMB, 4, 100, NO_POINTS, PROCEDURE),
    PUBLIC_CONTENT_FULL(CKMB, 2, 100, NO_POINTS, CONTENT),
    DOSSIER_SYNC(CKMB, 6, 100, NO_POINTS, DOSSIER),

    TDGQ(IndexGroup.TDGQ, 20, 100, NO_POINTS, DOSSIER),

    ONLINE_FORMALITY(ONLINE, 2, 80, NO_POINTS, PROCEDURE),
    ONLINE_FORMALITY_USED(ONLINE, 4, 100, NO_POINTS, PROCEDURE),
    ONLINE_DOSSIER(ONLINE, 6, 50, NO_POINTS, DOSSIER),

    ONLINE_PAYMENT_DOSSIER(TTTT, 6, 100, NO_POINTS, DOSSIER),
    ONLINE_PAYMENT_FORMALITY(TTTT, 2, 80, NO_POINTS, PROCEDURE),
    PAYMENT_FORMALITY_PROVIDED(TTTT, 2, 80, NO_POINTS, PROCEDURE),

    ORIGINAL_RESULT_AVAILABLE(MDSH, 6, 100, NO_POINTS, DOSSIER),
    SO_HOA_GIAY_TO_GIAI_QUYET(MDSH, 4, 100, NO_POINTS, DOSSIER),
    ELECTRONIC_CERTIFIED_COPY(MDSH, 2, 100, FULL_POINTS, COPY),
    REUSED_DIGITIZED_DATA(MDSH, 2, 80, NO_POINTS, DOSSIER),
    SYNCED_WITH_DVCQG_PERSONAL_STORAGE(MDSH, 4, 100, NO_POINTS, DOSSIER),
    CITIZEN_DATA_CONNECTED_DOSSIER(MDSH, 2, 100, NO_POINTS, DOSSIER),
    CITIZEN_DATA_CONNECTED_FORMALITY(MDSH, 2, 100, NO_POINTS, PROCEDURE),

    PETITION_PROCESSING_ON_TIME(MDHL, 6, 100, FULL_POINTS_WHEN_NONE, PETITION),
    PETITION_HANDLING_SATISFACTION(MDHL, 6, 100, FULL_POINTS_WHEN_NONE, PETITION),
    DOSSIER_RECEIVING_SATISFACTION(MDHL, 6, 90, NO_POINTS, DOSSIER);

    private final IndexGroup group;
    private final int maximum;
    private final int fullAt;
    private final Absent absent;
    private final Thing thing;

    IndexMetric(IndexGroup group, int maximum, int fullAt, Absent absent, Thing thing) {
        this.group = group;
        this.maximum = maximum;
        this.fullAt = fullAt;
        this.absent = absent;
        this.thing = thing;
    }

    /** What a metric earns without a ratio: nothing to count (a denominator of zero), or no count at all (null). */
    enum Absent {
        /** Neither earns points. */
        NO_POINTS,
        /** Nothing to count earns all points; without a count there are none, so that silence does not pay. */
        FULL_POINTS_WHEN_NONE,
        /** Both earn all points: the portal gives them to a province of which it has no count. */
        FULL_POINTS
    }

    /** What the numerator and the denominator count. */
    public enum Thing {
        DOSSIER,
        PROCEDURE,
        CONTENT,
        PETITION,
        COPY
    }

    public IndexGroup group() {
        return group;
    }

    /** Points at best. */
    public int maximum() {
        return maximum;
    }

    /** The ratio from which on the metric earns its maximum, percent. */
    public int fullAt() {
        return fullAt;
    }

    Absent absent() {
        return absent;
    }

    public Thing thing() {
        return thing;
    }
}
