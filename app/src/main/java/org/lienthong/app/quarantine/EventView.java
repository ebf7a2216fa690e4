package org.lienthong.app.quarantine;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.quarantine.Payload;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.privacy.PersonalData;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryException;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/**
 * What a quarantined value says, without personal data.
 *
 * @param event null: it cannot be read
 * @param unreadable why not: EMPTY_VALUE, TOPIC_UNKNOWN, REGISTRY_TROUBLE, or a reason of
 *     {@link UnreadableRecordException}
 */
public record EventView(
        @Nullable Map<String, @Nullable Object> event,
        @Nullable String unreadable) {

    public static EventView of(Origin origin, Payload payload, SchemaRegistryClient registry) {
        byte[] value = payload.value();
        if (value == null) {
            return unreadable("EMPTY_VALUE");
        }
        Optional<Topic<? extends SpecificRecord>> topic = Topics.all().stream()
                .filter(known -> known.name().equals(origin.getTopic()))
                .findFirst();
        if (topic.isEmpty()) {
            return unreadable("TOPIC_UNKNOWN");
        }
        Headers headers = new RecordHeaders();
        payload.headers().forEach(headers::add);
        try (AvroDeserializer<?> avro =
                new AvroDeserializer<>(registry, topic.get().valueType())) {
            SpecificRecord event = avro.deserialize(origin.getTopic(), headers, value);
            return event == null ? unreadable("EMPTY_VALUE") : new EventView(PersonalData.hidden(event), null);
        } catch (UnreadableRecordException e) {
            return unreadable(e.reason().name());
        } catch (SchemaRegistryException e) {
            return unreadable("REGISTRY_TROUBLE");
        }
    }

    private static EventView unreadable(String code) {
        return new EventView(null, code);
    }
}
