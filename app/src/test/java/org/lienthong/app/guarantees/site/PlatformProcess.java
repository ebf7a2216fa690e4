package org.lienthong.app.guarantees.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lienthong.app.cli.Main;

/** The platform under test: {@code serve --config FILE} in a process of its own, with a state directory of its own. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final String READY = "The platform runs.";

    private final Path directory;
    private final Path config;
    private ChildProcess process;

    private PlatformProcess(Path directory, Path config) {
        this.directory = directory;
        this.config = config;
    }

    /** @param settings of everything but the state directory, as YAML */
    static PlatformProcess prepare(Path directory, String settings) {
        try {
            Path config = Files.createDirectories(directory).resolve("platform.yaml");
            Files.writeString(config, settings + "stateDirectory: \"" + state(directory) + "\"\n");
            return new PlatformProcess(directory, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns at once; the platform becomes ready later. */
    public void start() {
        process = ChildProcess.start(
                directory,
                List.of("-Xmx320m"),
                Main.class,
                List.of("serve", "--config", config.toString(), "--data-dir", directory.toString(), "--lang", "en"));
    }

    public void awaitReady() {
        await("platform ready").atMost(READY_WITHIN).until(() -> isReady() || !process.isAlive());
        if (!isReady()) {
            throw new AssertionError("the platform ended with status %d: %s; its log is in %s"
                    .formatted(process.awaitEnd(), process.output(), directory));
        }
    }

    /** What it has said to the terminal since its last start. */
    public List<String> output() {
        return process.output();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM. */
    public void terminate() {
        process.terminate();
    }

    /** @return the exit status, when it ends by itself */
    public int awaitEnd() {
        return process.awaitEnd();
    }

    /**
     * From now on no file of the process can grow, as on a disk without room. A limit of the process serves better than
     * a small disk: it needs no rights, and it comes at the moment wanted.
     */
    public void takeRoom() {
        try {
            Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=0")
                    .inheritIO()
                    .start();
            if (limit.waitFor() != 0) {
                throw new AssertionError("prlimit ended with status " + limit.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public void deleteState() {
        try (Stream<Path> files = Files.walk(state(directory))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private boolean isReady() {
        return process.output().stream().anyMatch(line -> line.startsWith(READY));
    }

    private static Path state(Path directory) {
        return directory.resolve("state");
    }
}
