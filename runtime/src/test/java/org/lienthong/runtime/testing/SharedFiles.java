package org.lienthong.runtime.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Test inputs that are not part of the project: {@code -Dlienthong.shared=DIR}, or {@code ../shared}. */
public final class SharedFiles {

    private SharedFiles() {}

    /** Skips the test where the file is not on this machine. */
    public static Path orSkip(String name) {
        String setting = System.getProperty("lienthong.shared", System.getenv("LIENTHONG_SHARED"));
        Optional<Path> file = setting == null ? above("shared/" + name) : existing(Path.of(setting, name));
        assumeTrue(
                file.isPresent(),
                () -> "skipped: no " + name + " (set -Dlienthong.shared=DIR, or put it into ../shared)");
        return file.orElseThrow();
    }

    /** The file in this directory or one above it. */
    public static Optional<Path> above(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), SharedFiles::isDirectory, Path::getParent)
                .map(directory -> directory.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static boolean isDirectory(@Nullable Path directory) {
        return directory != null;
    }

    private static Optional<Path> existing(Path file) {
        try {
            return Files.exists(file) ? Optional.of(file.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
