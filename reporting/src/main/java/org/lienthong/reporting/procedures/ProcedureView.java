package org.lienthong.reporting.procedures;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An administrative procedure.
 *
 * @param timeLimitHours statutory limit, working hours; 0: none
 * @param fee whether it costs one
 * @param online whether it is offered online
 * @param permitKind the permit that follows from it; null: none
 */
public record ProcedureView(
        String code,
        String name,
        String sector,
        String level,
        int timeLimitHours,
        boolean fee,
        boolean online,
        @Nullable String permitKind) {

    static ProcedureView read(ResultSet row) throws SQLException {
        return new ProcedureView(
                row.getString("code"),
                row.getString("name"),
                row.getString("sector"),
                row.getString("level"),
                row.getInt("time_limit_hours"),
                row.getBoolean("fee"),
                row.getBoolean("online"),
                row.getString("permit_kind"));
    }
}
