package org.lienthong.registry.server;

import static java.util.Objects.requireNonNull;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.lienthong.registry.catalog.Catalog;
import org.lienthong.registry.catalog.EntryLog;
import org.lienthong.registry.catalog.Registry;
import org.lienthong.registry.catalog.RegistryException;
import org.lienthong.registry.server.RegistryServerSettings.Storage;
import org.lienthong.registry.storage.KafkaLog;
import org.lienthong.registry.storage.MemoryLog;
import org.lienthong.runtime.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry as a server: Confluent's REST API for Avro. It takes connections as soon as it is started, and answers
 * 503 until it has read its storage.
 */
public final class SchemaRegistryServer implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistryServer.class);
    private static final int THREADS = 16;

    private final RegistryServerSettings settings;
    private final EntryLog log;
    private final Catalog catalog = new Catalog();
    private @Nullable Javalin http;

    public SchemaRegistryServer(RegistryServerSettings settings) {
        this.settings = settings;
        this.log = log(settings.storage());
    }

    private static EntryLog log(Storage storage) {
        if (storage instanceof Storage.Topic topic) {
            return new KafkaLog(topic.kafka(), topic.name(), topic.replicationFactor());
        }
        return new MemoryLog();
    }

    @Override
    public String name() {
        return "schema-registry";
    }

    /** @throws io.javalin.util.JavalinBindException when the port is taken */
    @Override
    public synchronized void start() {
        http = Javalin.create(this::configure).start();
        log.follow(catalog);
        LOG.info("schema registry listens url={}", url());
    }

    /** Where clients find it, {@code http://host:port}; once started. */
    public synchronized String url() {
        return "http://%s:%d"
                .formatted(settings.host(), requireNonNull(http, "not started").port());
    }

    @Override
    public synchronized boolean isReady() {
        return http != null && log.isReady() && failure().isEmpty();
    }

    @Override
    public Optional<Throwable> failure() {
        return log.failure();
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.stop();
            http = null;
        }
        log.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = new QueuedThreadPool(THREADS, 2);
        config.http.prefer405over404 = true;
        config.http.defaultContentType = Json.MEDIA_TYPE;
        config.router.ignoreTrailingSlashes = true;
        config.routes.before(this::requireReady);
        Registry registry = new Registry(catalog, log);
        new SubjectRoutes(registry).addTo(config.routes);
        new SchemaRoutes(catalog).addTo(config.routes);
        new SettingRoutes(registry).addTo(config.routes);
        new ServerRoutes().addTo(config.routes);
        config.routes.exception(
                RegistryException.class, (e, context) -> Json.error(context, e.httpStatus(), e.code(), e.getMessage()));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> Json.error(context, e.getStatus(), e.getStatus(), e.getMessage()));
        config.routes.exception(RuntimeException.class, (e, context) -> fail(context, e));
    }

    private void requireReady(Context context) {
        if (!log.isReady()) {
            throw RegistryException.notReady();
        }
    }

    /** The edge of a request: a fault of ours, told in the log and, without detail, to the client. */
    private static void fail(Context context, RuntimeException e) {
        LOG.error("request failed method={} path={}", context.method(), context.path(), e);
        Json.error(context, 500, 50001, "the registry failed at this request; see its log");
    }
}
