package org.lienthong.streams.record;

/** Codes of what is odd about a record: recorded, never repaired. */
public final class Anomalies {

    /** The status normally does not follow the one before it; detail: the two. */
    public static final String UNEXPECTED_TRANSITION = "UNEXPECTED_TRANSITION";
    /** Work was reported on a dossier that was over; detail: its status. */
    public static final String EVENT_AFTER_END = "EVENT_AFTER_END";
    /** The dossier was filed or accepted after it had ended; detail: the status it had. */
    public static final String END_BEFORE_START = "END_BEFORE_START";
    /** The due date was stated anew without a supplement or a suspension; detail: old and new. */
    public static final String DUE_MOVED_WITHOUT_SUPPLEMENT = "DUE_MOVED_WITHOUT_SUPPLEMENT";
    /** The identity number stands for "unknown", such as 000000001. */
    public static final String PLACEHOLDER_IDENTITY = "PLACEHOLDER_IDENTITY";
    /** The dossier changed its procedure; detail: old and new. */
    public static final String PROCEDURE_CHANGED = "PROCEDURE_CHANGED";
    /** The dossier changed the unit where it was filed; detail: old and new. */
    public static final String UNIT_CHANGED = "UNIT_CHANGED";
    /** Another applicant and another procedure under the same code: two dossiers, it seems. */
    public static final String CODE_COLLISION = "CODE_COLLISION";
    /** Two different events have the same id, time and sequence; the one that sorts first counts. */
    public static final String EVENT_ID_REUSED = "EVENT_ID_REUSED";
    /** A permit was amended, suspended, revoked or expired that was never seen issued. */
    public static final String PERMIT_NOT_ISSUED = "PERMIT_NOT_ISSUED";

    private Anomalies() {}
}
