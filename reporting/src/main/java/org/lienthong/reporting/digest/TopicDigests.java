package org.lienthong.reporting.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.TopicScan;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * Digests of the shared results, so that two runs can be compared. A value goes in as its Avro body in the schema that
 * the platform has now, whatever it was written with: the id that a registry gave a schema has no part in it, and a
 * digest holds as long as the schema does.
 */
public final class TopicDigests {

    private static final Figures NOTHING = new Figures();

    private final KafkaSettings kafka;
    private final SchemaRegistryClient registry;

    public TopicDigests(KafkaSettings kafka, SchemaRegistryClient registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Of the latest record of each dossier.
     *
     * @throws org.lienthong.schemas.serde.UnreadableRecordException for a record that is none of the platform's
     */
    public Digest records() {
        return digest(Topics.DOSSIER_RECORDS, record -> true);
    }

    /**
     * Of the latest figures of each unit, sector and month. Figures that are all zero stay out: a dossier was there for
     * a while and moved on, and whether anybody saw it there depends on the order of arrival.
     *
     * @throws org.lienthong.schemas.serde.UnreadableRecordException for a record that is none of the platform's
     */
    public Digest statistics() {
        return digest(
                Topics.UNIT_STATISTICS, statistics -> !statistics.getFigures().equals(NOTHING));
    }

    private <V extends SpecificRecord> Digest digest(Topic<V> topic, Predicate<V> counts) {
        AvroDeserializer<V> deserializer = new AvroDeserializer<>(registry, topic.valueType());
        TableDigest table = new TableDigest();
        try (TopicScan scan = new TopicScan(kafka)) {
            scan.read(scan.ends(List.of(topic)), record -> {
                String key = new String(record.key(), UTF_8);
                V value = deserializer.deserialize(topic.name(), record.headers(), record.value());
                if (value == null || !counts.test(value)) {
                    table.remove(key);
                } else {
                    table.put(key, value);
                }
            });
        }
        return table.digest();
    }
}
