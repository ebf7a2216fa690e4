package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine;

class CommandLineTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeEach
    void catchOutput() {
        standardOutput = System.out;
        System.setOut(new PrintStream(output, true, UTF_8));
    }

    @AfterEach
    void giveOutputBack() {
        System.setOut(standardOutput);
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(Main.commandLine().getUsageMessage())
                .contains("demo", "import", "serve", "quarantine", "units", "topics", "schemas", "audit", "digest");
        assertThat(run()).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("demo", "--nonsense")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("demo", "--dossiers", "0")).isEqualTo(ExitStatus.WRONG_USE);
        assertThat(run("demo", "--port", "99999")).isEqualTo(ExitStatus.WRONG_USE);
    }

    @Test
    void topicsArePlannedThenAppliedThenInLine() throws IOException {
        try (SchemaRegistryServer registry = new SchemaRegistryServer(RegistryServerSettings.inMemory())) {
            registry.start();
            String config = config(BROKER.kafka().bootstrapServers(), registry.url());

            assertThat(run("topics", "plan", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json().get("create")).hasSize(Topics.all().size());
            assertThat(run("topics", "apply", "--config", config)).isEqualTo(ExitStatus.DONE);
            assertThat(run("topics", "plan", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json().get("create")).isEmpty();

            assertThat(run("schemas", "check", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json())
                    .allSatisfy(finding ->
                            assertThat(finding.get("registered").asBoolean()).isFalse());
            assertThat(run("schemas", "register", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json())
                    .allSatisfy(finding ->
                            assertThat(finding.get("registered").asBoolean()).isTrue());
        }
    }

    @Test
    void whatIsWrongIsSaidInBothLanguagesWithACode() throws IOException {
        assertThat(run("serve", "--config", directory.resolve("absent.yaml").toString()))
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(errors.toString()).contains("[SETTINGS_WRONG]", "absent.yaml", "Cấu hình sai", "Settings are wrong");

        Path sound = Path.of("../mappings/wabo-receipt.yaml");
        Path mapping =
                Files.writeString(directory.resolve("mapping.yaml"), Files.readString(sound) + "\nsurprise: 1\n");
        Path log = Files.writeString(directory.resolve("log.csv"), "a,b\n1,2\n");
        assertThat(run("import", log.toString(), "--mapping", mapping.toString()))
                .isEqualTo(ExitStatus.WRONG_USE);
        assertThat(errors.toString()).contains("mapping.yaml", "surprise");

        assertThat(run("import", log.toString(), "--mapping", sound.toString())).isEqualTo(ExitStatus.CANNOT_RUN);
        assertThat(errors.toString()).contains("[NOT_RUNNING]");
    }

    @Test
    void unitsAreLoadedAsAWholeOrNotAtAll() throws IOException {
        try (SchemaRegistryServer registry = new SchemaRegistryServer(RegistryServerSettings.inMemory())) {
            registry.start();
            String config = config(BROKER.kafka().bootstrapServers(), registry.url());
            assertThat(run("topics", "apply", "--config", config)).isEqualTo(ExitStatus.DONE);
            String wrong = units("wrong.yaml", "parent: \"99\"");
            String right = units("right.yaml", "parent: \"1\"");

            assertThat(run("units", "load", wrong, "--config", config, "--json"))
                    .isEqualTo(ExitStatus.WRONG_USE);
            assertThat(json().at("/problems").findValuesAsText("code")).containsExactly("UNIT_PARENT_UNKNOWN");
            assertThat(json().at("/published").asInt()).isZero();
            assertThat(run("units", "load", right, "--dry-run", "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json().at("/units").toString())
                    .isEqualTo("[{\"level\":\"PROVINCE\",\"ended\":0,\"current\":1},"
                            + "{\"level\":\"COMMUNE\",\"ended\":1,\"current\":1}]");
            assertThat(run("units", "list", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json()).isEmpty();

            assertThat(run("units", "load", right, "--config", config)).isEqualTo(ExitStatus.DONE);
            assertThat(output.toString(UTF_8)).contains("Xã, phường, đặc khu", "Đã gửi 3 đơn vị");
            assertThat(run("units", "load", right, "--config", config)).isEqualTo(ExitStatus.DONE);
            assertThat(run("units", "list", "--config", config, "--json")).isEqualTo(ExitStatus.DONE);
            assertThat(json().findValuesAsText("name")).containsExactly("Tỉnh Một", "Xã Cũ", "Xã Mới");
            assertThat(run("units", "list", "--on", "2025-07-01", "--config", config, "--lang", "en"))
                    .isEqualTo(ExitStatus.DONE);
            assertThat(output.toString(UTF_8)).contains("Commune", "Xã Mới").doesNotContain("Xã Cũ");
        }
        assertThat(run("units", "load", units("again.yaml", "parent: \"1\""))).isEqualTo(ExitStatus.CANNOT_RUN);
        assertThat(errors.toString()).contains("[NOT_RUNNING]");
    }

    private String units(String name, String parent) throws IOException {
        return Files.writeString(directory.resolve(name), """
                units:
                  - {code: "1", validFrom: 2004-01-01, level: PROVINCE, name: Tỉnh Một}
                  - {code: "101", validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: Xã Cũ, %s, successors: ["101"]}
                  - {code: "101", validFrom: 2025-07-01, level: COMMUNE, name: Xã Mới, parent: "1"}
                """.formatted(parent)).toString();
    }

    private int run(String... arguments) {
        output.reset();
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(errors, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.size() > 1) {
            all.addAll(List.of("--data-dir", directory.resolve("data").toString()));
        }
        return commandLine.execute(all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toByteArray());
    }

    private String config(String bootstrapServers, String registryUrl) throws IOException {
        return Files.writeString(
                        directory.resolve("config.yaml"),
                        "kafka: {bootstrapServers: \"%s\"}\nregistry: {schema.registry.url: \"%s\"}\ntopics: {replicationFactor: 1}\n"
                                .formatted(bootstrapServers, registryUrl))
                .toString();
    }
}
