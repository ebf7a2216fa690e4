package org.lienthong.runtime.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.topic.Topics;

class TopicScanTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void readsWhatWasCommittedAndNothingElseUpToTheEndsThatWereAskedFor() {
        BROKER.create(Topics.RECEIPTS);
        transaction(true, "a", "b");
        transaction(false, "aborted");
        transaction(true, "c");

        try (TopicScan scan = new TopicScan(BROKER.kafka());
                TopicSizes sizes = new TopicSizes(BROKER.kafka())) {
            Map<TopicPartition, Long> ends = scan.ends(List.of(Topics.RECEIPTS));
            transaction(true, "later");

            assertThat(read(scan, Map.of(), ends)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(read(scan, ends, scan.ends(List.of(Topics.RECEIPTS)))).containsExactly("later");
            assertThat(sizes.all())
                    .filteredOn(size -> size.topic().equals(Topics.RECEIPTS.name()))
                    .singleElement()
                    .satisfies(size -> {
                        assertThat(size.partitions()).isEqualTo(Topics.RECEIPTS.partitions());
                        // Five records and a marker for each of four transactions in one partition.
                        assertThat(size.offsets()).isEqualTo(9);
                        assertThat(size).extracting(Size::bytes).isNotEqualTo(0L);
                    });
        }
    }

    private static List<String> read(TopicScan scan, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        List<String> values = new ArrayList<>();
        scan.read(starts, ends, record -> values.add(new String(record.value(), UTF_8)));
        return values;
    }

    private static void transaction(boolean commit, String... values) {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put("transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.RECEIPTS.name(), 0, "key", value));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }
}
