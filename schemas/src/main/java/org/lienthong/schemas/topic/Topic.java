package org.lienthong.schemas.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the exchange, as the catalogue fixes it. Keys are UTF-8 strings on every topic, so that any tool can
 * read them; values are Avro in the Confluent wire format under the subject {@code <name>-value}.
 *
 * @param retention how long records stay; empty means for ever (events carry the time of the fact, which may be years
 *     ago, and a time-based retention would delete them on arrival)
 * @param owner the one job that writes the topic
 * @param meaning one line for a person
 * @param settings further topic settings of Kafka that the platform relies on
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> valueType,
        int partitions,
        Cleanup cleanup,
        Optional<Duration> retention,
        String owner,
        Access access,
        String meaning,
        Map<String, String> settings) {

    public Topic {
        settings = Map.copyOf(settings);
    }

    Topic(
            String name,
            Class<V> valueType,
            int partitions,
            Cleanup cleanup,
            Optional<Duration> retention,
            String owner,
            Access access,
            String meaning) {
        this(name, valueType, partitions, cleanup, retention, owner, access, meaning, Map.of());
    }

    Topic<V> with(Map<String, String> further) {
        return new Topic<>(name, valueType, partitions, cleanup, retention, owner, access, meaning, further);
    }

    /** What the broker does with old records. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    /** Who may read the topic. */
    public enum Access {
        /** No personal data: any connected agency. */
        OPEN,
        /** Holds fields tagged {@code pii}: by grant only. */
        RESTRICTED,
        /** Between two jobs of the platform: no promise to anybody else. */
        INTERNAL
    }

    public String valueSubject() {
        return name + "-value";
    }

    /** The schema that the platform writes with. */
    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }
}
