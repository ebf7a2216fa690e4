package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts many rows into a table at once: COPY into a temporary table of the connection, then one INSERT that updates the
 * rows whose key is there already. Rows that would not change are left alone.
 *
 * <p>Names of tables and columns are constants of this package; values never become part of a statement.
 */
final class Upsert {

    private final String table;
    private final String stage;
    private final List<String> columns;
    private final String createStage;
    private final String merge;
    private final String delete;

    /**
     * @param keyColumns the primary key
     * @param keyExpression SQL that yields the key of the topic from a row's columns
     */
    Upsert(String table, List<String> keyColumns, String keyExpression, List<String> otherColumns) {
        this(table, keyColumns, keyExpression, otherColumns, null);
    }

    /**
     * @param stamp a column of numbers that say which write it was: they change with a row, and do not make it a
     *     changed one; null: none
     */
    Upsert(
            String table,
            List<String> keyColumns,
            String keyExpression,
            List<String> otherColumns,
            @Nullable String stamp) {
        this.table = table;
        this.stage = "stage_" + table.substring(table.indexOf('.') + 1);
        List<String> written =
                Stream.concat(otherColumns.stream(), Stream.ofNullable(stamp)).toList();
        this.columns = Stream.concat(keyColumns.stream(), written.stream()).toList();
        this.createStage = "CREATE TEMP TABLE IF NOT EXISTS %s (LIKE %s) ON COMMIT DELETE ROWS".formatted(stage, table);
        this.merge = """
                INSERT INTO %1$s AS t (%3$s) SELECT %9$s FROM %2$s
                ON CONFLICT (%4$s) DO UPDATE SET (%5$s) = ROW(%6$s)
                WHERE (%7$s) IS DISTINCT FROM (%8$s)
                """.formatted(
                        table,
                        stage,
                        String.join(", ", columns),
                        String.join(", ", keyColumns),
                        String.join(", ", written),
                        prefixed("excluded.", written),
                        prefixed("t.", otherColumns),
                        prefixed("excluded.", otherColumns),
                        columns.stream()
                                .map(column -> column.equals(stamp) ? column + " + ?" : column)
                                .collect(Collectors.joining(", ")));
        this.delete = "DELETE FROM %s WHERE %s = ANY (?)".formatted(table, keyExpression);
    }

    int columns() {
        return columns.size();
    }

    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(createStage);
        }
    }

    /** @param rows at most one per key */
    void merge(Connection connection, CopyRows rows) throws SQLException {
        merge(connection, rows, null);
    }

    /**
     * @param rows at most one per key
     * @param stamp is added to what the rows have in the column of the stamp; null where there is no such column
     */
    void merge(Connection connection, CopyRows rows, @Nullable Long stamp) throws SQLException {
        if (rows.size() == 0) {
            return;
        }
        rows.copyInto(connection, stage, columns);
        try (PreparedStatement statement = connection.prepareStatement(merge)) {
            if (stamp != null) {
                statement.setLong(1, stamp);
            }
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, List<String> keys) throws SQLException {
        deleteKeys(connection, delete, keys);
    }

    static void deleteKeys(Connection connection, String sql, List<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public String toString() {
        return table;
    }

    private static String prefixed(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
    }
}
