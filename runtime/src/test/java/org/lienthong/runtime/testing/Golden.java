package org.lienthong.runtime.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a committed file. {@code -Dgolden.update=true} writes the file instead. */
public final class Golden {

    private Golden() {}

    /**
     * @param file relative to the module's directory
     * @param whatAChangeMeans said to whoever sees the difference
     */
    public static void assertMatches(Path file, String actual, String whatAChangeMeans) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("%s (rewrite it with -Dgolden.update=true)", whatAChangeMeans)
                    .content()
                    .isEqualTo(actual);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
