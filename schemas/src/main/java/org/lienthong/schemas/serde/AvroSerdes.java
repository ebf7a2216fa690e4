package org.lienthong.schemas.serde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.topic.Topic;

/** Serdes for the topics of the catalogue, all over one registry client. */
public final class AvroSerdes {

    private final SchemaRegistryClient registry;
    private final boolean autoRegister;

    public AvroSerdes(SchemaRegistryClient registry, boolean autoRegister) {
        this.registry = registry;
        this.autoRegister = autoRegister;
    }

    public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
        return of(topic.valueType());
    }

    /** For state stores, whose changelogs are named by their jobs. */
    public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return Serdes.serdeFrom(new AvroSerializer<>(registry, autoRegister), new AvroDeserializer<>(registry, type));
    }
}
