package org.lienthong.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void allFilesAreCountedAndAnAbsentDirectoryIsNotZero() throws IOException {
        Path task = Files.createDirectories(directory.resolve("dossier-sync/0_0/rocksdb"));
        Files.write(task.resolve("000001.sst"), new byte[70]);
        Files.write(directory.resolve("dossier-sync/.lock"), new byte[5]);

        assertThat(StateDirectory.bytes(directory)).hasValue(75);
        assertThat(StateDirectory.bytes(directory.resolve("elsewhere"))).isEmpty();
    }
}
