package org.lienthong.reporting.audit;

import org.apache.kafka.common.TopicPartition;
import org.lienthong.schemas.exchange.Origin;

/**
 * Where something is, or should be.
 *
 * @param partition -1: anywhere on the topic
 * @param offset -1: the partition as a whole
 */
public record Place(String topic, int partition, long offset) {

    static Place of(Origin origin) {
        return new Place(origin.getTopic(), origin.getPartition(), origin.getOffset());
    }

    static Place of(TopicPartition partition, long offset) {
        return new Place(partition.topic(), partition.partition(), offset);
    }

    static Place of(TopicPartition partition) {
        return of(partition, -1);
    }

    static Place on(String topic) {
        return new Place(topic, -1, -1);
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** {@code topic-partition-offset}, as far as it is known. */
    @Override
    public String toString() {
        return topic + (partition < 0 ? "" : "-" + partition) + (offset < 0 ? "" : "-" + offset);
    }
}
