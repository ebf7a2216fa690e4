package org.lienthong.reporting.names;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** @param name null: not in the reference data */
public record Named(String code, @Nullable String name) {

    /** From two columns of a row; null where there is no code. */
    public static @Nullable Named read(ResultSet row, String code, String name) throws SQLException {
        String value = row.getString(code);
        return value == null ? null : new Named(value, row.getString(name));
    }
}
