package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The order in which dossiers change. Whoever takes numbers holds the row that gives them until it commits, so that no
 * smaller number can become visible after a larger one: who follows the order misses nothing.
 */
final class ChangeNumbers {

    private static final String TAKE =
            "UPDATE lienthong.freshness SET last_change = last_change + ? RETURNING last_change";

    private ChangeNumbers() {}

    /**
     * Takes numbers for this transaction; a row that turns out unchanged leaves its number unused.
     *
     * @return the first of them
     */
    static long take(Connection connection, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, count);
            try (ResultSet last = statement.executeQuery()) {
                last.next();
                return last.getLong(1) - count + 1;
            }
        }
    }
}
