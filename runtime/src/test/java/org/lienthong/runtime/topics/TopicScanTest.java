package org.lienthong.runtime.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

class TopicScanTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private Producer<String, String> producer;
    private TopicScan scan;

    @BeforeEach
    void start() {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test");
        producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        scan = new TopicScan(BROKER.kafka());
    }

    @AfterEach
    void stop() {
        scan.close();
        producer.close(Duration.ZERO);
    }

    @Test
    void whatWasAbortedIsNotHandedOutAndDoesNotHoldUpTheEnd() {
        Topic<?> topic = Topics.RECEIPTS;
        BROKER.create(topic);
        TopicPartition second = new TopicPartition(topic.name(), 1);
        committed(topic, 0, "a", "b");
        aborted(topic, 0, "lost");
        committed(topic, 1, "c");
        committed(topic, 0, "d");
        aborted(topic, 0, "lost", "lost too");

        Map<TopicPartition, Long> ends = scan.ends(List.of(topic));

        assertThat(values(Map.of(), ends)).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(ends).hasSize(topic.partitions()).containsEntry(second, 2L); // one record, one marker

        committed(topic, 1, "later");
        assertThat(values(Map.of(), ends)).doesNotContain("later");
        assertThat(values(ends, scan.ends(List.of(topic)))).containsExactly("later");
    }

    @Test
    void theEndTakesInATransactionThatIsOpenAndReadingWaitsForIt() {
        Topic<?> topic = Topics.QUARANTINE;
        BROKER.create(topic);
        committed(topic, 0, "a");
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic.name(), 0, "key", "b"));
        producer.flush();
        Map<TopicPartition, Long> ends = scan.ends(List.of(topic));

        CompletableFuture<List<String>> reading = CompletableFuture.supplyAsync(() -> values(Map.of(), ends));
        producer.commitTransaction();

        assertThat(reading.join()).containsExactly("a", "b");
    }

    @Test
    void recordsThatRetentionTookAwayAreNoGap() {
        Topic<?> topic = Topics.DOSSIER_EVENTS;
        BROKER.create(topic);
        TopicPartition first = new TopicPartition(topic.name(), 0);
        committed(topic, 0, "gone", "kept");
        try (Admin admin = Admin.create(BROKER.kafka().clientConfig())) {
            AdminCalls.await(admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(1)))
                    .all());
        }

        assertThat(scan.starts(List.of(topic))).containsEntry(first, 1L);
        assertThat(values(Map.of(), scan.ends(List.of(topic)))).containsExactly("kept");
    }

    @Test
    void keysAreCountedByTheirLatestValue() {
        Topic<?> topic = Topics.DOSSIER_RECORDS;
        BROKER.create(topic);
        put(topic, "A", "1");
        put(topic, "B", "1");
        put(topic, "A", "2");
        put(topic, "C", "1");
        put(topic, "B", null);

        assertThat(scan.countKeys(topic)).isEqualTo(2);
    }

    private void committed(Topic<?> topic, int partition, String... values) {
        send(topic, partition, values);
        producer.commitTransaction();
    }

    private void aborted(Topic<?> topic, int partition, String... values) {
        send(topic, partition, values);
        producer.flush();
        producer.abortTransaction();
    }

    private void send(Topic<?> topic, int partition, String... values) {
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(topic.name(), partition, "key", value));
        }
    }

    private void put(Topic<?> topic, String key, @Nullable String value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic.name(), 0, key, value));
        producer.commitTransaction();
    }

    private List<String> values(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        List<String> values = new ArrayList<>();
        scan.read(starts, ends, record -> values.add(new String(record.value(), UTF_8)));
        return values;
    }
}
