package org.lienthong.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.topic.Topics;

class TopicProvisionerTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void theWholeCatalogueIsCreatedOnceAndSurvivesARestartOfTheBroker() {
        try (TopicProvisioner provisioner = new TopicProvisioner(BROKER.kafka(), 1)) {
            TopicPlan first = provisioner.plan(Topics.all());
            assertThat(first.create()).hasSameSizeAs(Topics.all());
            provisioner.apply(first);

            assertThat(provisioner.plan(Topics.all()).isEmpty()).isTrue();
        }
        BROKER.stop();
        BROKER.start();
        try (TopicProvisioner provisioner = new TopicProvisioner(BROKER.kafka(), 1)) {
            assertThat(provisioner.plan(Topics.all()).isEmpty()).isTrue();
        }
    }

    @Test
    void aNewTopicTakesTheFirstRecordOfAProducerThatDoesNotTryAgain() {
        List<TopicSpec> topics = IntStream.range(0, 20)
                .mapToObj(i -> new TopicSpec("fresh-" + i, 8, Map.of()))
                .toList();
        try (TopicProvisioner provisioner = new TopicProvisioner(BROKER.kafka(), 1);
                Producer<byte[], byte[]> producer = onlyOnce()) {
            provisioner.apply(new TopicPlan(topics, Map.of(), List.of()));

            assertThat(topics.stream()
                            .flatMap(t -> IntStream.range(0, t.partitions())
                                    .mapToObj(p -> new ProducerRecord<byte[], byte[]>(t.name(), p, null, new byte[1])))
                            .map(producer::send)
                            .toList())
                    .allSatisfy(sent -> assertThat(sent.get().offset()).isZero());
        }
    }

    private static Producer<byte[], byte[]> onlyOnce() {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put(ProducerConfig.RETRIES_CONFIG, 0);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
