package org.lienthong.registry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.RegistryServerSettings.Storage;
import org.lienthong.registry.server.Rest;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.registry.server.Schemas;
import org.lienthong.runtime.testing.BrokerExtension;

class KafkaStorageTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void everythingIsThereAgainAfterARestart() {
        String before;
        try (SchemaRegistryServer server = started("restart")) {
            Rest rest = new Rest(server.url());
            rest.register("a", Schemas.PERMIT).ok();
            rest.register("a", Schemas.WITH_OPTIONAL).ok();
            rest.register("b", Schemas.WITH_REQUIRED).ok();
            rest.register("gone", Schemas.PERMIT).ok();
            rest.put("/config/a", "{\"compatibility\":\"FULL\"}").ok();
            rest.put("/mode/b", "{\"mode\":\"READONLY\"}").ok();
            rest.delete("/subjects/a/versions/1").ok();
            rest.delete("/subjects/gone").ok();
            rest.delete("/subjects/gone?permanent=true").ok();
            before = everything(rest);
        }
        try (SchemaRegistryServer server = started("restart")) {
            Rest rest = new Rest(server.url());
            assertThat(everything(rest)).isEqualTo(before);
            assertThat(rest.register("c", "\"int\"").ok().get("id").asInt()).isEqualTo(4);
        }
    }

    @Test
    void whatWasAnsweredSurvivesAKill() throws IOException, InterruptedException {
        Process process = KilledRegistry.start(BROKER.kafka());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String url = out.lines()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            Rest rest = new Rest(url);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> rest.get("/subjects").status() == 200);
            rest.register("killed", Schemas.PERMIT).ok();
            rest.register("killed", Schemas.WITH_OPTIONAL).ok();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (SchemaRegistryServer server = started(RegistryServerSettings.SCHEMAS_TOPIC)) {
            Rest rest = new Rest(server.url());
            assertThat(rest.get("/subjects/killed/versions").ok().toString()).isEqualTo("[1,2]");
            assertThat(rest.register("killed", Schemas.PERMIT).ok().get("id").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void theRegistryThatStartsLastWritesAndTheEarlierOneOnlyReads() {
        try (SchemaRegistryServer first = started("two");
                SchemaRegistryServer second = started("two")) {
            Rest earlier = new Rest(first.url());
            Rest later = new Rest(second.url());
            earlier.register("s", Schemas.PERMIT).fails(503, 50304);
            later.register("s", Schemas.PERMIT).ok();

            await().untilAsserted(() -> assertThat(
                            earlier.get("/subjects/s/versions/latest").status())
                    .isEqualTo(200));
            earlier.register("t", Schemas.PERMIT).fails(503, 50304);
            assertThat(earlier.register("s", Schemas.PERMIT).ok().get("id").asInt())
                    .as("what is registered needs no writing")
                    .isEqualTo(1);
            assertThat(first.isReady()).isTrue();
        }
    }

    @Test
    void registrationsAtTheSameTimeGetIdsOfTheirOwn() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (SchemaRegistryServer server = started("crowd")) {
            Rest rest = new Rest(server.url());
            List<Future<Integer>> ids = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> rest.register(
                                    "s" + i, "{\"type\":\"fixed\",\"name\":\"F\",\"size\":" + (i / 2 + 1) + "}")
                            .ok()
                            .get("id")
                            .asInt())
                    .toList());
            for (int i = 0; i < ids.size(); i += 2) {
                assertThat(ids.get(i).get()).isEqualTo(ids.get(i + 1).get());
            }
            assertThat(ids)
                    .extracting(Future::get)
                    .containsAll(IntStream.rangeClosed(1, 20).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theTopicIsCompactedWithOnePartition() throws ExecutionException, InterruptedException {
        try (SchemaRegistryServer server = started("made");
                Admin admin = Admin.create(BROKER.kafka().clientConfig())) {
            assertThat(server.isReady()).isTrue();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "made");
            assertThat(admin.describeConfigs(List.of(resource)).all().get())
                    .hasEntrySatisfying(
                            resource,
                            config -> assertThat(config.get("cleanup.policy").value())
                                    .isEqualTo("compact"));
            assertThat(admin.describeTopics(List.of("made")).allTopicNames().get())
                    .hasEntrySatisfying(
                            "made", topic -> assertThat(topic.partitions()).hasSize(1));
        }
    }

    @Test
    void aTopicThatWouldLoseSchemasIsNotUsed() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(BROKER.kafka().clientConfig())) {
            admin.createTopics(List.of(new NewTopic("leaky", 1, (short) 1).configs(Map.of("cleanup.policy", "delete"))))
                    .all()
                    .get();
        }
        try (SchemaRegistryServer server = new SchemaRegistryServer(settings("leaky"))) {
            server.start();
            await().untilAsserted(() -> assertThat(server.failure())
                    .hasValueSatisfying(failure -> assertThat(failure).hasMessageContainingAll("leaky", "compact")));
            assertThat(server.isReady()).isFalse();
            new Rest(server.url()).get("/subjects").fails(503, 50303);
        }
    }

    private static String everything(Rest rest) {
        return rest.get("/schemas?deleted=true").ok() + " "
                + rest.get("/subjects").ok() + " " + rest.get("/config/a").ok() + " "
                + rest.get("/mode/b").ok();
    }

    private static SchemaRegistryServer started(String topic) {
        SchemaRegistryServer server = new SchemaRegistryServer(settings(topic));
        server.start();
        await().atMost(Duration.ofSeconds(30)).until(server::isReady);
        return server;
    }

    private static RegistryServerSettings settings(String topic) {
        return new RegistryServerSettings("127.0.0.1", 0, new Storage.Topic(BROKER.kafka(), topic, 1));
    }
}
