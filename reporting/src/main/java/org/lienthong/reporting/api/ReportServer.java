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
    private final Supplier<List<Job>> jobs;
    private final Supplier<Map<String, Long>> sinkLag;
    private final Explainer explainer;
    private final Ticker ticker;
    private final ChangeStream followers;
    private volatile @Nullable Javalin server;

    /**
     * @param database the migrated report database
     * @param jobs what has to be ready before {@code /health/ready} says so, besides the database
     * @param sinkLag records per topic that the figures do not contain yet, from memory; empty when not known here
     */
    public ReportServer(
            ServerSettings settings,
            DataSource database,
            Supplier<List<Job>> jobs,
            Supplier<Map<String, Long>> sinkLag,
            Explainer explainer) {
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
        routes(config);
    }

    private void routes(JavalinConfig config) {
        DossierHandler dossiers = new DossierHandler(database);
        ReceiptHandler receipts = new ReceiptHandler(database);
        ExchangeHandler exchange = new ExchangeHandler(database);
        ExplanationHandler explanations = new ExplanationHandler(database, explainer);
        AnswerCache answers = new AnswerCache(JSON, database);
        UnitHandler units = new UnitHandler(database, answers);
        AgencyHandler agencies = new AgencyHandler(database, answers);
        IndexHandler indexes = new IndexHandler(database, answers);
        ChangeHandler changes = new ChangeHandler(database);
        QuarantineHandler quarantine = new QuarantineHandler(database);
        SummaryHandler summaries = new SummaryHandler(database, sinkLag);
        AlertHandler alerts = new AlertHandler(database);
        ReadinessHandler readiness = new ReadinessHandler(database);
        HealthHandler health = new HealthHandler(database, jobs);
        config.routes.before(ReportServer::protect);
        config.routes.get("/v1/dossiers", dossiers::byQuery);
        config.routes.get("/v1/dossiers/{code}", dossiers::byPath);
        config.routes.get("/v1/dossiers/{code}/receipts", receipts::ofDossier);
        config.routes.get("/v1/receipts", receipts::byQuery);
        config.routes.get("/v1/receipts/{eventId}", receipts::byPath);
        config.routes.get("/v1/quality", exchange::quality);
        config.routes.get("/v1/ledger", exchange::ledger);
        config.routes.get("/v1/permits/waiting", exchange::waitingPermits);
        config.routes.get("/v1/dossiers/{code}/explanation", explanations::explanation);
        config.routes.get("/v1/units", units::units);
        config.routes.get("/v1/units/{code}/statistics", units::statistics);
        config.routes.get("/v1/units/{code}/overview", units::overview);
        config.routes.get("/v1/agencies/{id}/statistics", agencies::statistics);
        config.routes.get("/v1/index", indexes::ranking);
        config.routes.get("/v1/units/{code}/index", indexes::ofUnit);
        config.routes.get("/v1/units/{code}/index/{metric}/dossiers", indexes::dossiers);
        config.routes.get("/v1/agencies/{id}/index", indexes::ofAgency);
        config.routes.get("/v1/units/{code}/readiness", readiness::ofUnit);
        config.routes.get("/v1/readiness", readiness::all);
        config.routes.get("/v1/units/{code}/changes", changes::page);
        config.routes.before("/v1/units/{code}/changes/stream", followers::check);
        config.routes.sse("/v1/units/{code}/changes/stream", followers::join);
        config.routes.get("/v1/quarantine", quarantine::list);
        config.routes.get("/v1/summary", summaries::summary);
        config.routes.get("/v1/alerts", alerts::alerts);
        config.routes.before("/v1/events", Ticker::requireEventStream);
        config.routes.sse("/v1/events", ticker::join);
        config.routes.get("/health/live", health::live);
        config.routes.get("/health/ready", health::ready);
        Problems.install(config.routes);
    }

    private static void protect(Context request) {
        request.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-cache");
    }
}
