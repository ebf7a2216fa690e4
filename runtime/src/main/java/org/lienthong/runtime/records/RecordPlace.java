package org.lienthong.runtime.records;

import org.apache.kafka.common.TopicPartition;

/** Where a record stands. */
public record RecordPlace(String topic, int partition, long offset) {

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }
}
