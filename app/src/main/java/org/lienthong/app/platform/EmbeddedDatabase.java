package org.lienthong.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lienthong.reporting.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server as a child process, on the loopback address, with its data kept. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(30);
    private static final String USER = "postgres";

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path directory) {
        stopLeftover(directory);
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    // Its end is ordered: the sink first, then the server.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WAIT)
                    // Rows and offsets commit together: after a crash the sink reads again what was not on disk yet.
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("max_connections", "40")
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("autovacuum_naptime", "20s")
                    .start();
            return new EmbeddedDatabase(postgres);
        } catch (IOException e) {
            throw new PlatformException("DATABASE_DOES_NOT_START", e, directory);
        }
    }

    DatabaseSettings settings() {
        return new DatabaseSettings(postgres.getJdbcUrl(USER, "postgres"), USER, "");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            LOG.warn("database did not stop cleanly", e);
        }
    }

    /** A platform that was killed leaves its server behind; it holds the directory and must go first. */
    private static void stopLeftover(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            Optional<ProcessHandle> leftover = ProcessHandle.of(pid)
                    .filter(p -> p.info().command().orElse("").contains("postgres"));
            if (leftover.isPresent()) {
                LOG.warn("stopping the database server that an earlier run left behind pid={}", pid);
                leftover.get().destroy();
                leftover.get()
                        .onExit()
                        .orTimeout(START_WAIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw new PlatformException("DATABASE_DOES_NOT_START", e, directory);
        }
    }
}
