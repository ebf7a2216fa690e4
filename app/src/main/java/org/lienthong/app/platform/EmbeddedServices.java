package org.lienthong.app.platform;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.runtime.broker.EmbeddedBroker;
import org.lienthong.runtime.settings.SettingsLoader;

/** Kafka, the schema registry and PostgreSQL in one process tree, on the data directory. */
final class EmbeddedServices implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final SchemaRegistryServer registry;

    private EmbeddedServices(EmbeddedBroker broker, EmbeddedDatabase database, SchemaRegistryServer registry) {
        this.broker = broker;
        this.database = database;
        this.registry = registry;
    }

    /** Starts all three, broker and database side by side. */
    static EmbeddedServices start(DataDirectory directory) {
        CompletableFuture<EmbeddedDatabase> database =
                CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(directory.postgres()));
        EmbeddedBroker broker = EmbeddedBroker.start(directory.kafka(), 0);
        try {
            SchemaRegistryServer registry =
                    new SchemaRegistryServer(RegistryServerSettings.onKafka(broker.settings(), 0, 1));
            registry.start();
            return new EmbeddedServices(broker, database.join(), registry);
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof PlatformException cause ? cause : e;
        }
    }

    /** Points the settings at these services. */
    SettingsLoader applyTo(SettingsLoader settings) {
        DatabaseSettings db = database.settings();
        return settings.set(broker.settings().bootstrapServers(), "kafka", "bootstrapServers")
                .set(registry.url(), "registry", "schema.registry.url")
                .set(db.url(), "database", "url")
                .set(db.user(), "database", "user")
                .set(db.password(), "database", "password")
                .set("1", "topics", "replicationFactor");
    }

    /** A settings file with which another process reaches these services. */
    String endpoints(String url, Path stateDirectory) {
        DatabaseSettings db = database.settings();
        return """
                # Written by the platform that runs here, removed when it ends. Page and API: %s
                kafka: {bootstrapServers: "%s"}
                registry: {schema.registry.url: "%s"}
                database: {url: "%s", user: "%s", password: "%s"}
                topics: {replicationFactor: 1}
                stateDirectory: "%s"
                """.formatted(
                        url,
                        broker.settings().bootstrapServers(),
                        registry.url(),
                        db.url(),
                        db.user(),
                        db.password(),
                        stateDirectory);
    }

    @Override
    public void close() {
        registry.close();
        database.close();
        broker.close();
    }
}
