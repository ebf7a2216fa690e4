package org.lienthong.registry.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.runtime.settings.KafkaSettings;

/** A registry in a process of its own, so that a test can kill it. Prints its address. */
final class KilledRegistry {

    private KilledRegistry() {}

    public static void main(String[] arguments) {
        SchemaRegistryServer server =
                new SchemaRegistryServer(RegistryServerSettings.onKafka(new KafkaSettings(arguments[0]), 0, 1));
        server.start();
        System.out.println(server.url());
    }

    static Process start(KafkaSettings kafka) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
                        KilledRegistry.class.getName(),
                        kafka.bootstrapServers())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
