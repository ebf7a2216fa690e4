package org.lienthong.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

    record Root(KafkaSettings kafka, Map<String, String> registry, Server http) {}

    enum Format {
        JSON,
        CSV
    }

    record Server(int port, Duration idleTimeout, Format format) {
        Server {
            if (port < 0) {
                throw new IllegalArgumentException("http.port must not be negative");
            }
        }
    }

    @TempDir
    Path directory;

    @Test
    void theLaterSourceWins() throws IOException {
        Path file =
                file("http: {port: 2}\nkafka: {bootstrapServers: 'file:1', properties: {security.protocol: SSL}}\n");

        Root root = defaults()
                .file(file)
                .environment(Map.of("LIENTHONG_KAFKA_BOOTSTRAP_SERVERS", "env:1", "HOME", "/"))
                .set("3", "http", "port")
                .as(Root.class);

        assertThat(root)
                .isEqualTo(new Root(
                        new KafkaSettings("env:1", Map.of("security.protocol", "SSL")),
                        Map.of("registry.url", "http://localhost"),
                        new Server(3, Duration.ofSeconds(5), Format.JSON)));
    }

    @Test
    void propertiesOfAClientMayBeAddedToThoseThatHaveADefault() throws IOException {
        Path file = file("registry: {registry.user: me}\n");

        assertThat(defaults().file(file).as(Root.class).registry())
                .isEqualTo(Map.of("registry.url", "http://localhost", "registry.user", "me"));
    }

    @Test
    void aKeyThatNobodyKnowsIsAnErrorThatNamesItAndItsSource() throws IOException {
        Path file = file("http: {prot: 2}\n");

        assertThatThrownBy(() -> defaults().file(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http.prot")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> defaults().environment(Map.of("LIENTHONG_HTTP_PROT", "1")))
                .hasMessageContaining("LIENTHONG_HTTP_PROT");
        assertThatThrownBy(() -> defaults().set("1", "http", "prot")).hasMessageContaining("http.prot");
    }

    @Test
    void aValueThatDoesNotFitNamesItsPath() throws IOException {
        assertThatThrownBy(() -> defaults().set("many", "http", "port").as(Root.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http.port")
                .hasMessageContaining("\"many\" is not");
        assertThatThrownBy(() -> defaults().set("XML", "http", "format").as(Root.class))
                .hasMessageContaining("\"XML\" is not one of JSON, CSV");
        assertThatThrownBy(() -> defaults().set("-1", "http", "port").as(Root.class))
                .hasMessageContaining("must not be negative");
    }

    @Test
    void aFileThatIsNoYamlOrNotThereSaysSo() throws IOException {
        assertThatThrownBy(() -> defaults().file(file("http: [")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("not valid YAML");
        assertThatThrownBy(() -> defaults().file(directory.resolve("absent.yaml")))
                .hasMessageContaining("cannot be read");
    }

    private static SettingsLoader defaults() {
        return SettingsLoader.withDefaults(SettingsLoaderTest.class, "defaults.yaml");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("settings.yaml"), text);
    }
}
