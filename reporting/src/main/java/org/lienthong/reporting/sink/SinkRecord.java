package org.lienthong.reporting.sink;

import org.jspecify.annotations.Nullable;

/**
 * A decoded record and where it stands.
 *
 * @param value null: a tombstone
 * @param timestamp as the topic has it, milliseconds
 */
record SinkRecord<V>(String key, @Nullable V value, int partition, long offset, long timestamp) {}
