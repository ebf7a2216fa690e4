package org.lienthong.app.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.lienthong.app.explain.DossierExplainer;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.database.ReportDatabase;
import org.lienthong.reporting.sink.ReportSink;
import org.lienthong.runtime.job.Job;
import org.lienthong.runtime.job.JobRunner;
import org.lienthong.runtime.streams.GroupLag;
import org.lienthong.runtime.streams.StreamsJob;
import org.lienthong.runtime.topics.TopicPlan;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.unit.UnitRollupTopology;

/** All jobs over one cluster, one registry and one database. */
public final class Platform implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    /** What each Streams job reads, in the order of the flow. */
    private static final Map<String, List<Topic<?>>> INPUTS = Map.of(
            DossierSyncTopology.NAME, List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS),
            UnitRollupTopology.NAME, List.of(Topics.UNIT_PARTIALS));

    private final PlatformSettings settings;
    private final SchemaRegistryClient registry;
    private final ReportDatabase database;
    private final ReportSink sink;
    private final ReportServer server;
    private final JobRunner jobs;

    private Platform(PlatformSettings settings) {
        this.settings = settings;
        registry = new HttpSchemaRegistryClient(settings.registrySettings());
        database = ReportDatabase.open(settings.database());
        AvroSerdes serdes = new AvroSerdes(registry, true);
        sink = new ReportSink(settings.kafka(), registry, database.dataSource());
        StreamsJob sync = streams(
                DossierSyncTopology.NAME,
                DossierSyncTopology.build(serdes, settings.dossier(), settings.clock(), settings.deadline()));
        StreamsJob rollup = streams(UnitRollupTopology.NAME, UnitRollupTopology.build(serdes));
        List<Job> work = List.of(sync, rollup, sink);
        server = new ReportServer(
                settings.http(),
                database.dataSource(),
                settings.clock(),
                () -> work,
                sink::recentLag,
                new DossierExplainer(settings.kafka(), serdes, database.dataSource()));
        // The page first, so that it answers while the rest comes up.
        jobs = new JobRunner(Stream.concat(Stream.of(server), work.stream()).toList());
    }

    /**
     * Prepares topics, schemas and the working days that ship with the project where the deployment leaves that to the
     * program, then starts everything.
     */
    public static Platform startProvisioned(PlatformSettings settings) throws InterruptedException {
        try (TopicProvisioner topics =
                new TopicProvisioner(settings.kafka(), settings.topics().replicationFactor())) {
            topics.apply(topics.plan(Topics.all()));
        }
        Platform platform = new Platform(settings);
        Topics.all().forEach(topic -> platform.registry.register(topic.valueSubject(), topic.schema()));
        return platform.start(true);
    }

    /** Starts everything on a cluster that has its topics already; working days that it has are left as they are. */
    public static Platform start(PlatformSettings settings) throws InterruptedException {
        try (TopicProvisioner topics =
                new TopicProvisioner(settings.kafka(), settings.topics().replicationFactor())) {
            TopicPlan plan = topics.plan(Topics.all());
            if (!plan.create().isEmpty() || !plan.conflicts().isEmpty()) {
                throw new PlatformException(
                        "TOPICS_MISSING",
                        null,
                        plan.create().stream().map(t -> t.name()).toList(),
                        plan.conflicts());
            }
        }
        return new Platform(settings).start(false);
    }

    /** @param shippedDays whether the working days that ship with the project go over those that are there */
    private Platform start(boolean shippedDays) throws InterruptedException {
        try {
            database.migrate();
            // Before any job: limits and warnings count in them.
            if (shippedDays || !hasWorkingDays()) {
                new ReferenceLoader(settings.kafka(), registry).load(WorkingDays.vietnam());
            }
            jobs.start();
            jobs.awaitReady(READY_WITHIN);
            return this;
        } catch (InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean hasWorkingDays() {
        try (GroupLag topics = new GroupLag(settings.kafka())) {
            return topics.size(List.of(Topics.WORKING_DAYS)) > 0;
        }
    }

    public PlatformSettings settings() {
        return settings;
    }

    public SchemaRegistryClient registry() {
        return registry;
    }

    public ReportDatabase database() {
        return database;
    }

    /** Address of the page and the API. */
    public String url() {
        return server.url();
    }

    /** @throws org.lienthong.runtime.job.JobFailedException when a job has ended although nobody closed it */
    public void throwIfFailed() {
        jobs.throwIfFailed();
    }

    /** Returns only when a job fails or the thread is interrupted. */
    public void awaitFailure() throws InterruptedException {
        jobs.awaitFailure();
    }

    /** Records that the jobs have still to take through, along the whole line; 0 when all is at rest. */
    public long lag(GroupLag groups) {
        long streams = INPUTS.entrySet().stream()
                .mapToLong(job -> groups.of(job.getKey(), job.getValue()))
                .sum();
        // A sink whose lag is not known yet has not read anything.
        long reporting = sink.lag()
                .map(lag -> lag.values().stream().mapToLong(Long::longValue).sum())
                .orElse(1L);
        return streams + reporting;
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
        registry.close();
    }

    private StreamsJob streams(String name, Topology topology) {
        return new StreamsJob(name, topology, settings.kafka(), settings.streams(), settings.stateDirectory());
    }
}
