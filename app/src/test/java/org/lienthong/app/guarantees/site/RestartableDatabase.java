package org.lienthong.app.guarantees.site;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.lienthong.reporting.database.DatabaseSettings;

/** A PostgreSQL server whose port and data outlive a stop. */
public final class RestartableDatabase implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final Path data;
    private EmbeddedPostgres postgres;

    private RestartableDatabase(Path data) {
        this.data = data;
    }

    static RestartableDatabase start(Path directory) {
        RestartableDatabase database = new RestartableDatabase(directory.resolve("postgres"));
        database.start(0);
        return database;
    }

    public DatabaseSettings settings() {
        return new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    /** A connection of the caller's own. */
    public Connection connect() throws SQLException {
        DatabaseSettings settings = settings();
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    /** Ends open transactions and connections, as an administrator's restart does. */
    public void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends at once, with what was committed but not yet on disk lost: an immediate shutdown, as in a crash. */
    public void crash() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start();
            server.onExit().join();
            // Nothing is left to stop, but the directory is to be given back.
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        start(postgres.getPort());
    }

    @Override
    public void close() {
        stop();
    }

    private void start(int port) {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_WITHIN)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
