package org.lienthong.reporting.database;

/** The report database cannot be brought to the schema that this version needs. */
public final class DatabaseMigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseMigrationException(String url, Throwable cause) {
        super(
                ("DATABASE_MIGRATION: không cập nhật được lược đồ của cơ sở dữ liệu %s; kiểm tra máy chủ PostgreSQL và quyền"
                                + " tạo schema. / The schema of the database %s cannot be brought up to date; check that"
                                + " PostgreSQL runs there and that the user may create schemas.")
                        .formatted(url, url),
                cause);
    }
}
