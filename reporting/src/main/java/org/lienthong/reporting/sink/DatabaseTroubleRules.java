package org.lienthong.reporting.sink;

import java.sql.SQLException;
import java.util.Set;

/** Which errors of PostgreSQL pass by themselves. */
final class DatabaseTroubleRules {

    /**
     * Classes of SQLSTATE that say the same thing each time the same batch is written: feature not supported,
     * cardinality violation, data exception, integrity violation, syntax error or access rule. All others (connection,
     * resources, operator intervention, serialization, system) are waited out.
     */
    private static final Set<String> PERMANENT = Set.of("0A", "21", "22", "23", "42");

    private DatabaseTroubleRules() {}

    static boolean isPermanent(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && PERMANENT.contains(state.substring(0, 2));
    }
}
