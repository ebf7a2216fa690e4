package org.lienthong.reporting.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads rows of the report database. Values reach a statement as parameters only. */
public final class Reader {

    /** A question that takes longer is given up: people ask again, and the database recovers. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource database;

    public Reader(DataSource database) {
        this.database = database;
    }

    /** Makes one value of the row under the cursor. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param parameters one per question mark, in order; null where SQL casts it ({@code ?::date}) */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(row.read(rows));
                }
                return values;
            }
        }
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
