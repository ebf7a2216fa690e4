package org.lienthong.reporting.changes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Waits until whatever could be read so far is on disk. The sink does not wait at its commits: a crash of PostgreSQL may
 * take back the last of them, and what is then read again gets its numbers in another order. A reader must never have
 * heard of a number that is taken back.
 */
final class Durability {

    private static final String IS_COPY = "SELECT pg_is_in_recovery()";
    /** Commits in order: ours is behind all that were visible, and waits for the disk. */
    private static final String WAIT = """
            BEGIN;
            SET LOCAL synchronous_commit TO local;
            SELECT pg_logical_emit_message(true, 'lienthong', 'read');
            COMMIT
            """;

    private final DataSource database;

    Durability(DataSource database) {
        this.database = database;
    }

    void await() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // A standby server shows only what its primary has on disk.
            if (!isCopy(statement)) {
                statement.execute(WAIT);
            }
        }
    }

    private static boolean isCopy(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(IS_COPY)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
