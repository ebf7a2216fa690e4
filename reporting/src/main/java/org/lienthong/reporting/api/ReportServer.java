package org.lienthong.reporting.api;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.runtime.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions over HTTP and serves the page. It only reads the database, and answers as soon as it has started:
 * with empty figures before there are any, with a problem while the database is away.
 */
public final class ReportServer implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ReportServer.class);
    private static final String PAGE = "/org/lienthong/reporting/page";

    /** Only what this server itself serves: no foreign script, style, font or request, no frame around the page. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final int MOST_THREADS = 64;
    private static final int FEWEST_THREADS = 4;

    private final ServerSettings settings;
    private final DataSource database;
    private final Clock clock;
    private final Supplier<List<Job>> jobs;
    private final Supplier<Map<String, Long>> sinkLag;
    private final Explainer explainer;
    private final Ticker ticker;
    private final ChangeStream followers;
    private volatile @Nullable Javalin server;

    /**
     * @param database the migrated report database
     * @param clock what "overdue" and "today" are measured against
     * @param jobs what has to be ready before {@code /health/ready} says so, besides the database
     * @param sinkLag records per topic that the figures do not contain yet, from memory; empty when not known here
     */
    public ReportServer(
            ServerSettings settings,
            DataSource database,
            Clock clock,
            Supplier<List<Job>> jobs,
            Supplier<Map<String, Long>> sinkLag,
            Explainer explainer) {
        this.clock = clock;
        this.settings = settings;
        this.database = database;
        this.jobs = jobs;
        this.sinkLag = sinkLag;
        this.explainer = explainer;
        this.ticker = new Ticker(database);
        this.followers = new ChangeStream(database);
    }

    @Override
    public String name() {
        return "report-server";
    }

    /** @throws PortTakenException when something else listens on the port */
    @Override
    public void start() {
        Javalin created = Javalin.create(this::configure);
        try {
            created.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            created.stop();
            throw new PortTakenException(settings, e);
        }
        server = created;
        ticker.start();
        LOG.info("page and API ready url={}", url());
    }

    @Override
    public boolean isReady() {
        return server != null;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    /** The address of the page, {@code http://host:port/}; to be asked after the start. */
    public String url() {
        Javalin running = server;
        if (running == null) {
            throw new IllegalStateException("the server has no address before it is started");
        }
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + running.port() + "/";
    }

    @Override
    public void close() {
        ticker.close();
        followers.close();
        Javalin running = server;
        if (running != null) {
            server = null;
            running.stop();
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.generateEtags = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new RefusedRequests(JSON)));
        config.jsonMapper(new JavalinJackson(JSON, false));
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = PAGE;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.routes.before(ReportServer::protect);
        new Api(database, clock, JSON, ticker, followers).install(config.routes, explainer, sinkLag, jobs);
    }

    private static void protect(Context request) {
        request.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }
}
