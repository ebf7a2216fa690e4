package org.lienthong.reporting.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.reporting.database.ReportDatabase;

/** A real PostgreSQL in a directory of its own, which hands out migrated databases. */
final class PostgresServer implements AutoCloseable {

    private static final String TEMPLATE = "migrated";

    private final Path directory;
    private final AtomicInteger created = new AtomicInteger();
    private EmbeddedPostgres postgres;

    PostgresServer() throws IOException {
        directory = Files.createTempDirectory("lienthong-postgres");
        postgres = builder().start();
        execute("CREATE DATABASE " + TEMPLATE);
        try (ReportDatabase template = ReportDatabase.open(settings(TEMPLATE))) {
            template.migrate();
        }
    }

    /** A database with the schema of the report database and nothing in it; its name. */
    String create() {
        String name = "test_" + created.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return name;
    }

    DatabaseSettings settings(String database) {
        return new DatabaseSettings(postgres.getJdbcUrl("postgres", database), "postgres", "");
    }

    void stop() throws IOException {
        postgres.close();
    }

    /** Starts again on the kept data, on the same port. */
    void start() throws IOException {
        postgres = builder().setPort(postgres.getPort()).start();
    }

    @Override
    public void close() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setServerConfig("max_connections", "200")
                .setCleanDataDirectory(false);
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
