package org.lienthong.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.lienthong.benchmarks.engines.Digests;
import org.lienthong.benchmarks.engines.Engine;
import org.lienthong.benchmarks.engines.Job;

/** Consumers that keep everything in PostgreSQL: dossiers, events, figures and, in the same transaction, offsets. */
public final class PostgresEngine implements Engine {

    private static final Duration START_WAIT = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Output output() {
        return Output.OWN;
    }

    @Override
    public Running start(Job job) throws Exception {
        Path directory = Files.createDirectories(job.directory()).resolve("postgres");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_WAIT)
                // Rows and offsets commit together: after a crash it reads again what was not on disk yet.
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("jit", "off")
                .start();
        DataSource database = server.getPostgresDatabase();
        try (Connection connection = database.getConnection()) {
            PostgresTables.create(connection);
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < job.threads(); i++) {
            Thread thread = new Thread(new PostgresWorker(job, i, name(), database), name() + "-" + i);
            thread.start();
            threads.add(thread);
        }
        return new Running() {
            @Override
            public Optional<Digests> digests() throws Exception {
                try (Connection connection = database.getConnection()) {
                    return Optional.of(PostgresDigests.read(connection));
                }
            }

            @Override
            public void close() throws Exception {
                threads.forEach(Thread::interrupt);
                for (Thread thread : threads) {
                    thread.join();
                }
                server.close();
            }
        };
    }
}
