package org.lienthong.reporting.testing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.reporting.database.ReportDatabase;

/**
 * A database of a real PostgreSQL for the tests of one class, with the schema of the report database. All classes share
 * one server, unless a test stops it.
 */
public final class DatabaseExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace SHARED = Namespace.create(PostgresServer.class);

    private static final String TABLES = """
            SELECT string_agg(table_schema || '.' || table_name, ', ') FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN ('lienthong', 'lienthong_private')
            AND table_name NOT IN ('freshness', 'flyway_schema_history')
            """;

    private final boolean alone;
    private @Nullable PostgresServer server;
    private @Nullable String name;
    private @Nullable ReportDatabase database;

    public DatabaseExtension() {
        this(false);
    }

    private DatabaseExtension(boolean alone) {
        this.alone = alone;
    }

    /** On a server of its own, which may be stopped and started. */
    public static DatabaseExtension onItsOwnServer() {
        return new DatabaseExtension(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = alone ? new PostgresServer() : shared(context);
        name = server.create();
        database = ReportDatabase.open(settings());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        database().close();
        if (alone) {
            requireNonNull(server).close();
        }
    }

    /** Closed by JUnit after the last class. */
    private static PostgresServer shared(ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(
                        PostgresServer.class,
                        type -> {
                            try {
                                return new PostgresServer();
                            } catch (IOException e) {
                                throw new UncheckedIOException("PostgreSQL does not start", e);
                            }
                        },
                        PostgresServer.class);
    }

    public void stop() throws IOException {
        requireNonNull(server).stop();
    }

    /** Starts again on the kept data, on the same port. */
    public void start() throws IOException {
        requireNonNull(server).start();
    }

    public DatabaseSettings settings() {
        return requireNonNull(server).settings(requireNonNull(name));
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
