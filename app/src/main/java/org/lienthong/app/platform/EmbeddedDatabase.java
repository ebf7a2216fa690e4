package org.lienthong.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lienthong.reporting.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL server as a child process, on the loopback address, with its data kept. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(30);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);
    /** Between the server's own note of its start and the operating system's. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    /** Lines of postmaster.pid. */
    private static final int PID_LINE = 0;

    private static final int STARTED_LINE = 2;
    private static final String USER = "postgres";
    private static final int LOWEST_PORT = 20_000;
    private static final int SYSTEM_PORTS = 32_768;

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts on the directory, which is made when it is new, and returns when the server takes connections. */
    public static EmbeddedDatabase start(Path directory) {
        stopLeftover(directory);
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    // Its end is ordered: the sink first, then the server.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WAIT)
                    .setPort(freePort())
                    // Whoever else answers there must not be waited for.
                    .setConnectConfig("socketTimeout", "5")
                    // Keys are compared as bytes, whatever the language of the machine.
                    .setLocaleConfig("lc-collate", "C")
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

    public DatabaseSettings settings() {
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

    /**
     * The server binds a second after its port was chosen. Meanwhile other clients and servers of the process open
     * sockets at ports that the system gives them: so one below those.
     */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, SYSTEM_PORTS);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                LOG.debug("port taken port={}", port);
            }
        }
    }

    /** A platform that was killed leaves its server behind; it holds the directory and must go first. */
    private static void stopLeftover(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.get(PID_LINE).strip());
            Instant started =
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED_LINE).strip()));
            Optional<ProcessHandle> leftover = ProcessHandle.of(pid).filter(process -> isServer(process, started));
            if (leftover.isPresent()) {
                LOG.warn("stopping the database server that an earlier run left behind pid={}", pid);
                stop(leftover.get());
            } else {
                // PostgreSQL would take whatever process has the number now for its server.
                Files.delete(pidFile);
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new PlatformException("DATABASE_DOES_NOT_START", e, directory);
        }
    }

    /** After a reboot the number may be that of another server, which is none of ours to stop. */
    private static boolean isServer(ProcessHandle process, Instant started) {
        boolean sameStart = process.info()
                .startInstant()
                .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(false);
        return sameStart && process.info().command().orElse("").contains("postgres");
    }

    /** In order when it can; a server waits for clients that may never go. */
    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
