package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command has its input, which takes a while to make and is the same each time. */
final class InputOptions {

    @Option(names = "--input-dir", description = "Where inputs are kept and found again; default: a temporary one.")
    private @Nullable Path directory;

    @Option(
            names = "--shape",
            defaultValue = "country",
            description = "Of what: country (63 provinces, 700 districts, 10,000 communes) or province (144 communes)."
                    + " Default: ${DEFAULT-VALUE}.")
    private Shape shape = Shape.COUNTRY;

    /** What is done with the input. */
    interface Work<T> {
        T on(Path prepared, Expected expected) throws IOException, InterruptedException;
    }

    /** Finds or makes the input for so many dossiers; one that is not to be kept is deleted after the work. */
    <T> T with(int dossiers, Work<T> work) throws IOException, InterruptedException {
        shape.choose();
        Path cache = directory == null ? Files.createTempDirectory("lienthong-input") : directory.toAbsolutePath();
        try {
            Path prepared = Preparation.of(cache, dossiers);
            return work.on(prepared, Preparation.expected(prepared));
        } finally {
            if (directory == null) {
                Utils.delete(cache.toFile());
            }
        }
    }
}
