package org.lienthong.app.explain;

import java.time.Duration;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.records.TopicReader;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.ReferenceReader.Snapshot;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.reference.ProcedureLimits;

/** The reference data of the fold, read from its topics and kept for a little while. Thread-safe. */
final class CurrentReference {

    /** Reference data change a few times a year; an explanation asked again a minute after a change has it. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final TopicReader topics;
    private final AvroSerdes serdes;
    private @Nullable Reference current;
    private long readAt;

    CurrentReference(TopicReader topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    synchronized Reference get() {
        long now = System.nanoTime();
        Reference kept = current;
        if (kept == null || now - readAt > KEPT_FOR.toNanos()) {
            kept = new Snapshot(
                    new WorkingTime(values(Topics.WORKING_DAYS)), new ProcedureLimits(values(Topics.REF_PROCEDURES)));
            current = kept;
            readAt = now;
        }
        return kept;
    }

    private <V extends SpecificRecord> Collection<V> values(Topic<V> topic) {
        Deserializer<V> deserializer = serdes.of(topic).deserializer();
        return topics.latest(topic.name()).stream()
                .map(record -> deserializer.deserialize(topic.name(), record.headers(), record.value()))
                .toList();
    }
}
