package org.lienthong.reporting.database;

import java.sql.SQLException;

/**
 * Which database answers, and how far it has come. A place in a list that another database gave means nothing here: a
 * database that was filled anew numbers changes anew.
 *
 * @param id eight hexadecimal digits
 * @param lastChange the highest number that a change of a dossier has
 */
public record DatabaseIdentity(String id, long lastChange) {

    /** The form of an id. */
    public static final String ID = "[0-9a-f]{8}";

    private static final String READ = "SELECT left(database_id::text, 8) AS id, last_change FROM lienthong.freshness";

    public static DatabaseIdentity read(Reader reader) throws SQLException {
        return reader.list(READ, row -> new DatabaseIdentity(row.getString("id"), row.getLong("last_change")))
                .get(0);
    }
}
