package org.lienthong.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.lienthong.app.platform.PlatformException;

/**
 * What earlier runs of the demo have published into a data directory.
 *
 * @param dossiers of the year, from the first on, that are published whole
 * @param publishing a run set out to publish more and did not say that it finished
 */
record DemoState(long seed, int dossiers, boolean publishing) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws PlatformException when the directory holds a demo of another seed */
    static DemoState read(Path directory, long seed) {
        Path file = file(directory);
        try {
            DemoState state = Optional.of(file).filter(Files::exists).isPresent()
                    ? JSON.readValue(file.toFile(), DemoState.class)
                    : new DemoState(seed, 0, false);
            if (state.seed != seed) {
                throw new PlatformException("DEMO_OTHER_SEED", null, String.valueOf(state.seed), String.valueOf(seed));
            }
            return state;
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, file);
        }
    }

    void write(Path directory) {
        Path file = file(directory);
        try {
            Path next = Files.writeString(file.resolveSibling("demo.json.next"), JSON.writeValueAsString(this));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PlatformException("DATA_DIR_UNUSABLE", e, file);
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("demo.json");
    }
}
