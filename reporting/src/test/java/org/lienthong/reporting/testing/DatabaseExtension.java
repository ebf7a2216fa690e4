package org.lienthong.reporting.testing;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.reporting.database.ReportDatabase;

/** A real PostgreSQL for the tests of one class, with the schema of the report database. */
public final class DatabaseExtension implements BeforeAllCallback, AfterAllCallback {

    private static final String TABLES = """
            SELECT string_agg(table_schema || '.' || table_name, ', ') FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN ('lienthong', 'lienthong_private')
            AND table_name NOT IN ('freshness', 'flyway_schema_history')
            """;

    private @Nullable Path directory;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable ReportDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("lienthong-postgres");
        start();
        database = ReportDatabase.open(settings());
        database.migrate();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database().close();
        stop();
        try (Stream<Path> files = Files.walk(requireNonNull(directory))) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    public void stop() throws IOException {
        requireNonNull(postgres).close();
    }

    /** Starts again on the kept data, on the same port when it ran before. */
    public void start() throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(requireNonNull(directory).resolve("data"))
                .setCleanDataDirectory(false);
        if (postgres != null) {
            builder.setPort(postgres.getPort());
        }
        postgres = builder.start();
    }

    public DatabaseSettings settings() {
        return new DatabaseSettings(requireNonNull(postgres).getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    public ReportDatabase database() {
        return requireNonNull(database);
    }

    /** Empties every table. */
    public void clear() {
        execute("TRUNCATE " + strings(TABLES).get(0));
    }

    public void execute(String sql) {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(strings(sql).get(0));
    }

    /** Each row as its columns joined with {@code |}. */
    public List<String> strings(String sql) {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                strings.add(row.toString());
            }
            return strings;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
