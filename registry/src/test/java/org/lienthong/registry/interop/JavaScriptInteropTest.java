package org.lienthong.registry.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topics;

/** The two JavaScript clients in use, installed with npm; needs Node 18 or newer and a network. */
@EnabledIfSystemProperty(
        named = "interop.javascript",
        matches = "true",
        disabledReason = "needs npm: run mvn -pl registry -am test -Dinterop.javascript=true")
class JavaScriptInteropTest {

    private static final Path SOURCES = Path.of("src/test/resources/javascript");

    @Test
    void bothClientsReadAndWriteTheSameBytes(@TempDir Path directory) throws IOException, InterruptedException {
        for (String file : new String[] {"package.json", "interop.js"}) {
            Files.copy(SOURCES.resolve(file), directory.resolve(file));
        }
        run(directory, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
        try (SchemaRegistryServer server = new SchemaRegistryServer(RegistryServerSettings.inMemory())) {
            server.start();
            try (HttpSchemaRegistryClient client = new HttpSchemaRegistryClient(RegistrySettings.of(server.url()))) {
                AvroSerializer<DossierEvent> serializer = new AvroSerializer<>(client, true);
                String topic = Topics.DOSSIER_EVENTS.name();
                for (DossierEvent event : Events.all()) {
                    byte[] record = serializer.serialize(topic, event);
                    run(
                            directory,
                            "node",
                            "interop.js",
                            server.url(),
                            topic,
                            HexFormat.of().formatHex(record));
                }
            }
        }
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        File output = directory.resolve("output.txt").toFile();
        int status = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        assertThat(status).as("%s", Files.readString(output.toPath())).isZero();
    }
}
