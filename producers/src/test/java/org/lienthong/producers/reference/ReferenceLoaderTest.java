package org.lienthong.producers.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;

class ReferenceLoaderTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void unitsArriveUnderTheirDatedIdentity() {
        BROKER.create(Topics.REF_UNITS, Topics.REF_PROCEDURES, Topics.REF_AGENCIES);
        LocalSchemaRegistry registry = new LocalSchemaRegistry();
        ReferenceData data = ReferenceData.diLinh();

        new ReferenceLoader(BROKER.kafka(), registry).load(data);

        Map<String, Object> config = BROKER.kafka().clientConfig();
        config.put("group.id", "test");
        config.put("auto.offset.reset", "earliest");
        Map<String, Unit> units = new HashMap<>();
        try (KafkaConsumer<String, Unit> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                new AvroSerdes(registry, false).of(Topics.REF_UNITS).deserializer())) {
            consumer.subscribe(List.of(Topics.REF_UNITS.name()));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (units.size() < data.units().size() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> units.put(r.key(), r.value()));
            }
        }
        assertThat(units.values()).containsExactlyInAnyOrderElementsOf(data.units());
        assertThat(units.get("25007@2025-07-01"))
                .isNotNull()
                .extracting(Unit::getName)
                .isEqualTo("Xã Đinh Trang Thượng");
    }
}
