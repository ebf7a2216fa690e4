package org.lienthong.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.topic.Topics;

class TopicSizesTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final int RECORD_BYTES = 1000;

    @Test
    void topicsOfTheCatalogueAndTheirJobsAreMeasured() {
        BROKER.create(Topics.DOSSIER_EVENTS, Topics.DOSSIER_RECORDS);
        String changelog = Topics.DOSSIER_RECORDS.owner() + "-history-changelog";
        try (Admin admin = Admin.create(BROKER.kafka().clientConfig())) {
            AdminCalls.await(admin.createTopics(List.of(
                            new NewTopic(changelog, Optional.of(1), Optional.empty()),
                            new NewTopic("somebody-else-changelog", Optional.of(1), Optional.empty())))
                    .all());
        }
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                BROKER.kafka().clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < Topics.DOSSIER_EVENTS.partitions(); partition++) {
                producer.send(
                        new ProducerRecord<>(Topics.DOSSIER_EVENTS.name(), partition, null, new byte[RECORD_BYTES]));
            }
        }

        try (TopicSizes sizes = new TopicSizes(BROKER.kafka())) {
            List<Size> found = sizes.of(Topics.all());

            assertThat(found)
                    .extracting(Size::topic)
                    .containsExactly(changelog, Topics.DOSSIER_EVENTS.name(), Topics.DOSSIER_RECORDS.name());
            assertThat(found.get(1).partitions()).isEqualTo(4);
            assertThat(found.get(1).records()).isEqualTo(4);
            assertThat(found.get(1).bytes()).isBetween(4L * RECORD_BYTES, 5L * RECORD_BYTES);
            assertThat(found.get(1).bytesPerRecord()).isGreaterThan(RECORD_BYTES);
            assertThat(found.get(2)).isEqualTo(new Size(Topics.DOSSIER_RECORDS.name(), 4, 0, 0));
            assertThat(found.get(2).bytesPerRecord()).isZero();
        }
    }

    @Test
    void aChangelogIsNamedByItsJob() {
        assertThat(TopicSizes.isChangelog("dossier-sync-dossiers-changelog", "dossier-sync"))
                .isTrue();
        assertThat(TopicSizes.isChangelog("dossier-sync-dossiers-changelog", "unit-rollup"))
                .isFalse();
        assertThat(TopicSizes.isChangelog("dossier-sync-x-repartition", "dossier-sync"))
                .isFalse();
        assertThat(TopicSizes.isChangelog("unit.statistics", "unit-rollup")).isFalse();
    }
}
