package org.lienthong.runtime.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.testing.BrokerExtension;

class TopicReaderTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Admin admin;
    private static KafkaProducer<String, String> producer;

    @BeforeAll
    static void connect() {
        admin = Admin.create(BROKER.kafka().clientConfig());
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "topic-reader-test");
        producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
    }

    @AfterAll
    static void disconnect() {
        producer.close();
        admin.close();
    }

    @Test
    void recordsAreFoundWhereTheyStandOverTopicsAndPartitions() throws Exception {
        create("first", 2);
        create("second", 1);
        commit(() -> {
            IntStream.range(0, 1_000).forEach(i -> send("first", 1, "k", "first " + i));
            IntStream.range(0, 10).forEach(i -> send("second", 0, "k", "second " + i));
        });

        assertThat(at(place("first", 1, 0), place("first", 1, 3), place("first", 1, 999), place("second", 0, 7)))
                .isEqualTo(Map.of(
                        place("first", 1, 0), "first 0",
                        place("first", 1, 3), "first 3",
                        place("first", 1, 999), "first 999",
                        place("second", 0, 7), "second 7"));
    }

    @Test
    void whatRetentionTookIsMissingAndTheRestIsFound() throws Exception {
        create("short-lived", 1);
        commit(() -> IntStream.range(0, 10).forEach(i -> send("short-lived", 0, "k", "v" + i)));
        admin.deleteRecords(Map.of(new TopicPartition("short-lived", 0), RecordsToDelete.beforeOffset(5)))
                .all()
                .get();

        assertThat(at(place("short-lived", 0, 4), place("short-lived", 0, 5)))
                .isEqualTo(Map.of(place("short-lived", 0, 5), "v5"));
    }

    @Test
    void placesThatNeverHeldACommittedRecordAreMissing() throws Exception {
        create("aborted", 1);
        producer.beginTransaction();
        send("aborted", 0, "k", "never");
        producer.flush();
        producer.abortTransaction();
        commit(() -> send("aborted", 0, "k", "in the end"));

        assertThat(at(
                        place("aborted", 0, 0),
                        place("aborted", 0, 1),
                        place("aborted", 0, 2),
                        place("aborted", 0, 3),
                        place("aborted", 0, 4_000),
                        place("aborted", 7, 0),
                        place("absent", 0, 0)))
                .isEqualTo(Map.of(place("aborted", 0, 2), "in the end"));
        assertThat(at()).isEmpty();
    }

    @Test
    void theLatestValueOfEachKeyIsReadAndDeletedKeysAreNot() throws Exception {
        create("table", 2);
        commit(() -> {
            send("table", 0, "a", "old");
            send("table", 0, "b", "gone");
            send("table", 1, "c", "kept");
            send("table", 0, "a", "new");
            send("table", 0, "b", null);
        });

        assertThat(reader().latest("table"))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactlyInAnyOrder("new", "kept");
        assertThat(reader().latest("absent")).isEmpty();
    }

    @Test
    void aClusterThatDoesNotAnswerIsGivenUpInTime() {
        TopicReader reader = new TopicReader(new KafkaSettings("127.0.0.1:1"), Duration.ofMillis(300));

        assertThatThrownBy(() -> reader.at(Set.of(place("first", 0, 0)))).isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> reader.latest("first")).isInstanceOf(TimeoutException.class);
    }

    private static TopicReader reader() {
        return new TopicReader(BROKER.kafka(), PATIENCE);
    }

    private static Map<RecordPlace, String> at(RecordPlace... places) {
        Map<RecordPlace, ConsumerRecord<byte[], byte[]>> found = reader().at(List.of(places));
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new String(e.getValue().value(), UTF_8)));
    }

    private static RecordPlace place(String topic, int partition, long offset) {
        return new RecordPlace(topic, partition, offset);
    }

    private static void create(String topic, int partitions) throws ExecutionException, InterruptedException {
        admin.createTopics(Stream.of(new NewTopic(topic, partitions, (short) 1)).toList())
                .all()
                .get();
    }

    private static void commit(Runnable sends) {
        producer.beginTransaction();
        sends.run();
        producer.commitTransaction();
    }

    private static void send(String topic, int partition, String key, @Nullable String value) {
        producer.send(new ProducerRecord<>(topic, partition, key, value));
    }
}
