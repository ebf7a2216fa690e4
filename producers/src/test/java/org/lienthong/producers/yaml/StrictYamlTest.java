package org.lienthong.producers.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.producers.reference.ReferenceFile;

class StrictYamlTest {

    @TempDir
    Path directory;

    @Test
    void anUnknownKeyIsNamedWithItsPlace() throws IOException {
        assertRefused("""
                units:
                  - code: "1"
                    validForm: 2025-07-01
                """, "(units[0].validForm)", "unknown key 'validForm'", "validFrom");
    }

    @Test
    void aWrongDateADoubledKeyAndBrokenYamlAreRefused() throws IOException {
        assertRefused("units:\n  - {code: \"1\", validFrom: 2025-13-01}\n", "2:", "not like 2025-07-01");
        assertRefused("units: []\nunits: []\n", "2:", "Duplicate field 'units'");
        assertRefused("units: [\n", "1:9 (units)");
        assertRefused("", "keys with values are expected");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> StrictYaml.read(directory.resolve("none.yaml"), ReferenceFile.class))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(ProblemCode.MAPPING_UNREADABLE.name())
                .hasMessageContaining("none.yaml");
    }

    private void assertRefused(String yaml, String... parts) throws IOException {
        Path file = Files.writeString(directory.resolve("reference.yaml"), yaml);
        assertThatThrownBy(() -> StrictYaml.read(file, ReferenceFile.class))
                .isInstanceOfSatisfying(InvalidFileException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.MAPPING_INVALID);
                    assertThat(e).hasMessageContaining("reference.yaml");
                    for (String part : parts) {
                        assertThat(e).hasMessageContaining(part);
                    }
                });
    }
}
