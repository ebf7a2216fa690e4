package org.lienthong.app.guarantees.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.topic.Topics;

/** A deployment on this machine, every part of which can be broken by itself: all in one directory, on 127.0.0.1. */
public final class Site implements AutoCloseable {

    private final Path directory;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final BrokerProcess broker;
    private final RestartableDatabase database;
    private final RestartableRegistry registry;
    private final SchemaRegistryClient schemas;
    private final Progress progress;
    private final List<PlatformProcess> platforms;

    private Site(Path directory, int instances) {
        this.directory = directory;
        try {
            CompletableFuture<RestartableDatabase> starting =
                    CompletableFuture.supplyAsync(() -> RestartableDatabase.start(directory));
            opened(() -> starting.join().close());
            broker = opened(BrokerProcess.start(directory));
            registry = opened(RestartableRegistry.start(broker.settings()));
            schemas = opened(new HttpSchemaRegistryClient(
                    RegistrySettings.of(registry.url().toString())));
            database = starting.join();
            progress = opened(new Progress(broker.settings(), database));
            provision();
            platforms = IntStream.range(0, instances).mapToObj(this::platform).toList();
            platforms.forEach(PlatformProcess::start);
            platforms.forEach(PlatformProcess::awaitReady);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * Returns when every instance works, on the reference data of Di Linh.
     *
     * @param instances of the platform, which share the work
     */
    public static Site start(Path directory, int instances) {
        return new Site(directory, instances);
    }

    public KafkaSettings kafka() {
        return broker.settings();
    }

    public SchemaRegistryClient schemas() {
        return schemas;
    }

    public BrokerProcess broker() {
        return broker;
    }

    public RestartableDatabase database() {
        return database;
    }

    public RestartableRegistry registry() {
        return registry;
    }

    public List<PlatformProcess> platforms() {
        return platforms;
    }

    public PlatformProcess anyPlatform(Random dice) {
        return platforms.get(dice.nextInt(platforms.size()));
    }

    public Progress progress() {
        return progress;
    }

    /** Ends what runs, the last that was started first. */
    @Override
    public void close() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            try {
                parts.get(i).close();
            } catch (Exception e) { // a part that is broken already must not keep the others running
                System.out.println("while closing the site: " + e);
            }
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.add(part);
        return part;
    }

    private void provision() {
        try (TopicProvisioner topics = new TopicProvisioner(kafka(), 1)) {
            topics.apply(topics.plan(Topics.all()));
        }
        Topics.all().forEach(topic -> schemas.register(topic.valueSubject(), topic.schema()));
        ReferenceLoader reference = new ReferenceLoader(kafka(), schemas);
        reference.load(ReferenceData.diLinh());
        reference.load(WorkingDays.vietnam());
    }

    private PlatformProcess platform(int number) {
        DatabaseSettings rows = database.settings();
        return opened(PlatformProcess.prepare(directory.resolve("platform-" + number), """
                kafka: {bootstrapServers: "%s"}
                registry: {schema.registry.url: "%s"}
                database: {url: "%s", user: "%s", password: "%s"}
                http: {port: 0}
                streams: {properties: {rocksdb.config.setter: "%s"}}
                now: %s
                """.formatted(
                        kafka().bootstrapServers(),
                        registry.url(),
                        rows.url(),
                        rows.user(),
                        rows.password(),
                        SmallMemtables.class.getName(),
                        DiLinhYear.END)));
    }
}
