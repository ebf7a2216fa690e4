package org.lienthong.reporting.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the brokers say about the topics that the sink reads. */
final class SinkTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private SinkTopics() {}

    /**
     * The topics as they exist now.
     *
     * @throws UnknownTopicOrPartitionException when one does not exist (yet)
     */
    static Collection<TopicDescription> describe(Admin admin, Collection<String> topics) {
        List<TopicDescription> descriptions = new ArrayList<>();
        admin.describeTopics(topics).topicNameValues().forEach((name, answer) -> {
            try {
                descriptions.add(await(answer));
            } catch (UnknownTopicOrPartitionException e) {
                throw new UnknownTopicOrPartitionException("topic " + name + " does not exist (yet)", e);
            }
        });
        return descriptions;
    }

    /** The offset after the last committed record of each partition. */
    static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions) {
        return list(admin, partitions, OffsetSpec.latest());
    }

    /** The first offset that is still there, of each partition. */
    static Map<TopicPartition, Long> beginnings(Admin admin, Collection<TopicPartition> partitions) {
        return list(admin, partitions, OffsetSpec.earliest());
    }

    private static Map<TopicPartition, Long> list(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> answers =
                await(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("no broker answered within " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
