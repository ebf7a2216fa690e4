package org.lienthong.producers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.producers.yaml.InvalidFileException;

/** What a mapping may not say, and that it is told where. */
class LogMappingTest {

    private static final String SOUND = """
            source: {system: test, agency: H36.25, zone: Asia/Ho_Chi_Minh}
            columns: {id: ID, activity: A, time: T}
            dossier: {code: {column: ID}}
            activities:
              X: {event: DossierAccepted, fields: {dueAt: D}}
            otherwise: progress
            reference:
              agencies: [{id: H36.25, name: "Di Linh", unit: "679", level: DISTRICT}]
            """;

    @TempDir
    Path directory;

    @Test
    void aSoundMapping() throws IOException {
        LogMapping mapping = LogMapping.read(write(SOUND));
        assertThat(new RowMapper(mapping).columns()).containsExactly("A", "D", "ID", "T");
        assertThat(mapping.referenceData().agencies()).hasSize(1);
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertRefused(SOUND.replace("zone:", "timezone: Z, zone:"), "unknown key 'timezone'", "source.timezone");
        assertRefused(SOUND.replace("Asia/Ho_Chi_Minh", "Asia/Dalat"), "source.zone");
        assertRefused(SOUND + "sauce: {}\n", "unknown key 'sauce'");
        assertRefused(SOUND.replace("id: ID, ", ""), "property 'id'");
        assertRefused(SOUND.replace("DossierAccepted", "DossierEaten"), "DossierEaten", "DossierSubmitted");
        assertRefused(SOUND.replace("dueAt", "due"), "DossierAccepted has no field 'due'");
        assertRefused(SOUND.replace("H36.25, zone", "Di Linh, zone"), "source.agency");
        assertRefused(SOUND.replace("{column: ID}", "{column: ID, agency: H36}"), "dossier.code");
        assertRefused(SOUND.replace("{column: ID}", "{agency: H36}"), "dossier.code");
        assertRefused(SOUND.replace("time: T}", "time: T, perCase: [Z]}"), "columns.perCase", "[Z]");
        assertRefused(SOUND.replace("time: T}", "time: T, timeFormats: [bad]}"), "Unknown pattern letter: b");
        assertRefused(SOUND.replace("{dueAt: D}", "{dueAt: {column: D, value: V}}"), "either a column or a value");
        assertRefused(SOUND.replace("{dueAt: D}", "{officer: {column: D, pattern: \"x\"}}"), "exactly one group");
        assertRefused(SOUND.replace("{dueAt: D}", "{dueAt: {value: soon}}"), "DossierAccepted.dueAt", "soon");
        assertRefused(
                SOUND.replace("{event: DossierAccepted, fields: {dueAt: D}}", submitted("channel: {value: FAX}")),
                "DossierSubmitted.channel cannot be 'FAX', only [DIRECT, ONLINE, POSTAL, UNKNOWN]");
        assertRefused(
                SOUND.replace("{event: DossierAccepted, fields: {dueAt: D}}", submitted("papers: D")),
                "DossierSubmitted.papers is not a single value");
    }

    @Test
    void anApplicantCanBeMapped() throws IOException {
        LogMapping.read(
                write(SOUND.replace("{event: DossierAccepted, fields: {dueAt: D}}", submitted("applicant.name: N"))));
    }

    private static String submitted(String field) {
        return "{event: DossierSubmitted, fields: {" + field + "}}";
    }

    private void assertRefused(String yaml, String... parts) throws IOException {
        Path file = write(yaml);
        assertThatThrownBy(() -> LogMapping.read(file)).isInstanceOfSatisfying(InvalidFileException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.MAPPING_INVALID);
            assertThat(e).hasMessageContaining("mapping.yaml");
            for (String part : parts) {
                assertThat(e).hasMessageContaining(part);
            }
        });
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("mapping.yaml"), yaml);
    }
}
