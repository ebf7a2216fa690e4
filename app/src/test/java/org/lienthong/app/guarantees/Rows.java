package org.lienthong.app.guarantees;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.app.guarantees.site.RestartableDatabase;

/**
 * What PostgreSQL answers; each row as its columns joined with {@code |}.
 *
 * @param dossiers by code
 * @param receipts by place in exchange.receipts
 * @param statistics by key of unit.statistics
 */
record Rows(Map<String, String> dossiers, Map<String, String> receipts, Map<String, String> statistics) {

    private static final String DOSSIERS = """
            SELECT code, concat_ws('|', event_count, last_event_id, coalesce(status, '-'),
                coalesce((extract(epoch FROM due_at) * 1000000)::bigint::text, '-'))
            FROM lienthong.dossiers
            """;
    private static final String RECEIPTS = """
            SELECT concat_ws('-', 'exchange.receipts', receipt_partition, receipt_offset),
                concat_ws('|', outcome, code, record_version, origin_topic, origin_partition, origin_offset)
            FROM lienthong.receipts
            """;
    /** Columns in the order of the fields of Figures. */
    private static final String STATISTICS = """
            SELECT unit_code || '@' || unit_valid_from || '|' || sector || '|' || to_char(month, 'YYYY-MM'),
                concat_ws('|', received, in_progress, waiting_supplement, on_time, late, overdue, refused, withdrawn,
                    suspended, online, paid_online, permits, anomalous, electronic_result, digitised, reused,
                    citizen_store, population_data, fee_required, paid_online_of_fee, rated, satisfied, measured,
                    working_minutes)
            FROM lienthong.unit_statistics
            """;

    static Rows read(RestartableDatabase database) {
        try (Connection connection = database.connect()) {
            return new Rows(rows(connection, DOSSIERS), rows(connection, RECEIPTS), rows(connection, STATISTICS));
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL does not answer", e);
        }
    }

    private static Map<String, String> rows(Connection connection, String sql) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        }
        return rows;
    }
}
