package org.lienthong.schemas.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topic.Access;
import org.lienthong.schemas.topic.Topic.Cleanup;

/** The topics as an AsyncAPI 3.0 document, for machines and portals. Internal topics are nobody else's concern. */
final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(Feature.MINIMIZE_QUOTES)
            .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .build();

    private static final Map<String, String> CLOUD_EVENT_HEADERS = new TreeMap<>(Map.of(
            "ce_specversion", "version of CloudEvents, 1.0",
            "ce_id", "eventId of the header",
            "ce_source", "agency and system that state the fact",
            "ce_type", "full name of the payload's Avro type",
            "ce_time", "occurredAt of the header, RFC 3339",
            "ce_subject", "key of the record"));

    private AsyncApi() {}

    static String document(List<? extends Topic<?>> topics) throws JsonProcessingException {
        ObjectNode document = YAML.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Liên Thông")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Topics of the exchange. Values are Avro in the Confluent wire format: byte 0x00, schema id as"
                                + " 4-byte big-endian, Avro binary. Generated from the code; do not edit.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/vnd.apache.avro+binary");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (Topic<?> topic : topics) {
            if (topic.access() != Access.INTERNAL) {
                channel(channels.putObject(topic.name()), topic);
                operation(operations, topic);
                message(messages.putObject(topic.schema().getName()), topic);
            }
        }
        ObjectNode headers = components.putObject("schemas").putObject("CloudEventHeaders");
        headers.put("type", "object").put("description", "CloudEvents 1.0, binary content mode.");
        ObjectNode properties = headers.putObject("properties");
        CLOUD_EVENT_HEADERS.forEach((name, meaning) ->
                properties.putObject(name).put("type", "string").put("description", meaning));
        return YAML.writeValueAsString(document);
    }

    private static void channel(ObjectNode channel, Topic<?> topic) {
        String name = topic.schema().getName();
        channel.put("address", topic.name()).put("description", topic.meaning());
        channel.putObject("messages").putObject(name).put("$ref", "#/components/messages/" + name);
        channel.put("x-owner", topic.owner()).put("x-access", topic.access().name());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.cleanup().name().toLowerCase(Locale.ROOT));
        if (topic.cleanup() == Cleanup.DELETE) {
            configuration.put(
                    "retention.ms", topic.retention().map(Duration::toMillis).orElse(-1L));
        }
        kafka.put("bindingVersion", "0.5.0");
    }

    /** From the platform's side, as AsyncAPI asks: it receives what agencies publish and sends the rest. */
    private static void operation(ObjectNode operations, Topic<?> topic) {
        boolean published = topic.owner().equals("publishers");
        ObjectNode operation = operations.putObject((published ? "receive-" : "send-") + topic.name());
        operation.put("action", published ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.name());
    }

    private static void message(ObjectNode message, Topic<?> topic) {
        Schema schema = topic.schema();
        message.put("name", schema.getFullName()).put("summary", schema.getDoc());
        if (schema.getField("header") != null) {
            message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
        }
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/vnd.apache.avro+json;version=1.9.0");
        payload.putObject("schema").put("$ref", "./avro/" + schema.getName() + ".avsc");
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", CatalogueDocs.key(topic));
        kafka.put("schemaIdLocation", "payload").put("schemaIdPayloadEncoding", "confluent");
        kafka.put("schemaLookupStrategy", "TopicIdStrategy").put("bindingVersion", "0.5.0");
    }
}
