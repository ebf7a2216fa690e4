package org.lienthong.producers.problem;

/** Stable codes; the messages are in {@code problems.properties} (Vietnamese) and {@code problems_en.properties}. */
public enum ProblemCode {
    // An event that may not be published.
    FIELD_MISSING,
    DOSSIER_CODE_INVALID,
    AGENCY_ID_INVALID,
    TIME_OUT_OF_RANGE,
    SCORE_OUT_OF_RANGE,
    AMOUNT_INVALID,
    READINESS_INVALID,
    REPORT_MONTH_INVALID,
    REPORT_INVALID,
    // Publishing itself.
    PUBLISH_FAILED,
    // A quarantined record that was not sent again.
    REDRIVE_TOPIC_GONE,
    REDRIVE_TOO_LARGE,
    REDRIVE_FAILED,
    // A file that cannot be imported at all.
    FILE_UNREADABLE,
    FILE_EMPTY,
    FILE_NOT_UTF8,
    COLUMN_MISSING,
    COLUMN_TWICE,
    XES_DTD,
    REJECT_FILE_UNWRITABLE,
    // An import that stopped before the end of its file.
    GZIP_BROKEN,
    CSV_BROKEN,
    XES_BROKEN,
    RECORD_TOO_LONG,
    READ_FAILED,
    // A row that was put aside.
    ROW_WIDTH,
    ROW_CUT_OFF,
    ROW_NOT_UTF8,
    VALUE_MISSING,
    VALUE_PATTERN,
    TIME_INVALID,
    NUMBER_INVALID,
    CODE_UNMAPPED,
    ACTIVITY_UNMAPPED,
    CODE_COLLISION,
    // A mapping or reference file that cannot be used.
    MAPPING_UNREADABLE,
    MAPPING_INVALID,
    // A file of units that cannot be published; all that is wrong with it is told.
    UNITS_NONE,
    UNITS_FILE_BROKEN,
    CROSSWALK_COLUMN_MISSING,
    CROSSWALK_ROW_WIDTH,
    CROSSWALK_VALUE_MISSING,
    CROSSWALK_NUMBER_INVALID,
    CROSSWALK_CONTRADICTION,
    UNIT_FIELD_MISSING,
    UNIT_LEVEL_UNKNOWN,
    UNIT_TWICE,
    UNIT_OVERLAP,
    UNIT_ENDS_BEFORE_IT_BEGINS,
    UNIT_PARENT_UNKNOWN,
    UNIT_PARENT_CYCLE,
    UNIT_SUCCESSOR_UNKNOWN,
    UNIT_SUCCESSOR_WITHOUT_END,
    UNIT_SHARES_WRONG,
    UNIT_MEMBER_UNKNOWN,
    UNIT_MEMBERS_WITHOUT_AREA
}
