package org.lienthong.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.Expectation;
import org.lienthong.producers.generator.KafkaYearSink;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.runtime.streams.StreamsJob;
import org.lienthong.runtime.streams.StreamsSettings;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.RegistryUnavailableException;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.dossier.MergeSettings;

/** A registry that is away is waited for: what cannot be read for the moment is not taken for poison. */
class RegistryOutageTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @TempDir
    Path state;

    @BeforeAll
    static void createTopics() {
        BROKER.create(
                Topics.DOSSIER_EVENTS,
                Topics.PERMIT_EVENTS,
                Topics.AGENCY_READINESS,
                Topics.SERVICE_REPORTS,
                Topics.DOSSIER_RECORDS,
                Topics.RECEIPTS,
                Topics.QUARANTINE,
                Topics.LEDGER,
                Topics.DEADLINE_ALERTS,
                Topics.UNIT_PARTIALS,
                Topics.REF_UNITS,
                Topics.REF_PROCEDURES,
                Topics.WORKING_DAYS);
    }

    @Test
    void aJobThatStartsWithoutItsRegistryWaitsAndThenAppliesEverything() {
        SchemaRegistryServer first = registry(0);
        String url = first.url();
        Expectation sent;
        try (SchemaRegistryClient client = client(url);
                KafkaYearSink sink = new KafkaYearSink(BROKER.kafka(), client)) {
            sent = new DiLinhYear(3).emit(0, 20, DiLinhYear.END, sink, opened -> {});
        }
        first.close();

        AtomicInteger outages = new AtomicInteger();
        try (SchemaRegistryClient client = client(url);
                StreamsJob job = job(
                        DossierSyncTopology.NAME,
                        DossierSyncTopology.build(
                                new AvroSerdes(countingOutages(client, outages), true),
                                MergeSettings.DEFAULTS,
                                Clock.systemUTC(),
                                DeadlineSettings.DEFAULTS))) {
            job.start();
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).until(() -> outages.get() > 0);
            try (SchemaRegistryServer second = registry(URI.create(url).getPort())) {
                assertThat(second.url()).isEqualTo(url);
                long expected =
                        sent.dossierEvents().published() + sent.permitEvents().published() + sent.wrongRecords();
                List<Receipt> receipts = receipts(client, expected);

                assertThat(job.failure()).isEmpty();
                assertThat(receipts).hasSize((int) expected);
                assertThat(receipts)
                        .filteredOn(receipt -> receipt.getOutcome() == Outcome.QUARANTINED)
                        .hasSize((int) sent.wrongRecords());
            }
        }
    }

    private static SchemaRegistryServer registry(int port) {
        SchemaRegistryServer server = new SchemaRegistryServer(RegistryServerSettings.onKafka(BROKER.kafka(), port, 1));
        server.start();
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(server::isReady);
        return server;
    }

    private static SchemaRegistryClient client(String url) {
        return new HttpSchemaRegistryClient(
                RegistrySettings.fromProperties(Map.of(RegistrySettings.URL, url, RegistrySettings.PATIENCE, "300")));
    }

    /** The same client, and how often it had to give up. */
    private static SchemaRegistryClient countingOutages(SchemaRegistryClient client, AtomicInteger outages) {
        return (SchemaRegistryClient) Proxy.newProxyInstance(
                RegistryOutageTest.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RegistryUnavailableException) {
                            outages.incrementAndGet();
                        }
                        throw e.getCause();
                    }
                });
    }

    private StreamsJob job(String name, Topology topology) {
        return new StreamsJob(
                name, topology, BROKER.kafka(), new StreamsSettings(1, Duration.ofMillis(100), 1, Map.of()), state);
    }

    private static List<Receipt> receipts(SchemaRegistryClient client, long expected) {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        config.put("isolation.level", "read_committed");
        List<Receipt> receipts = new ArrayList<>();
        try (KafkaConsumer<String, Receipt> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                new AvroSerdes(client, false).of(Topics.RECEIPTS).deserializer())) {
            consumer.subscribe(List.of(Topics.RECEIPTS.name()));
            // A stream thread that gives way to a new one says so to the JVM; that is no failure of the job.
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(90)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> receipts.add(record.value()));
                return receipts.size() >= expected;
            });
        }
        return receipts;
    }
}
