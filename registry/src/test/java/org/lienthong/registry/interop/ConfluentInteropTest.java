package org.lienthong.registry.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.pulsar.kafka.shade.avro.generic.GenericRecord;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroDeserializer;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaText;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Confluent's own Java client, serializer and deserializer (7.0.1, relocated) against our registry and our serde. */
class ConfluentInteropTest {

    private static final String TOPIC = Topics.DOSSIER_EVENTS.name();
    private static final String SUBJECT = Topics.DOSSIER_EVENTS.valueSubject();

    private SchemaRegistryServer server;
    private Map<String, ?> properties;

    @BeforeEach
    void start() {
        server = new SchemaRegistryServer(RegistryServerSettings.inMemory());
        server.start();
        properties = Map.of(
                "schema.registry.url", server.url(),
                "specific.avro.value.type", DossierEvent.class.getName());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bothSerdesWriteTheSameBytesAndReadEachOther() {
        try (AvroSerializer<DossierEvent> ours = new AvroSerializer<>();
                AvroDeserializer<DossierEvent> ourReader = new AvroDeserializer<>();
                KafkaAvroSerializer theirs = new KafkaAvroSerializer();
                KafkaAvroDeserializer theirReader = new KafkaAvroDeserializer()) {
            ours.configure(properties, false);
            ourReader.configure(properties, false);
            theirs.configure(properties, false);
            theirReader.configure(Map.of("schema.registry.url", server.url()), false);

            for (DossierEvent event : Events.all()) {
                byte[] written = ours.serialize(TOPIC, event);
                Object read = theirReader.deserialize(TOPIC, written);
                assertThat(read)
                        .isInstanceOfSatisfying(
                                GenericRecord.class,
                                record -> assertThat(record.get("dossierCode").toString())
                                        .isEqualTo(event.getDossierCode()));
                assertThat(theirs.serialize(TOPIC, read)).isEqualTo(written);
                assertThat(ourReader.deserialize(TOPIC, written)).isEqualTo(event);
            }
        }
    }

    @Test
    void everySchemaOfTheCatalogueHasOneIdForBothClients() throws IOException, RestClientException {
        CachedSchemaRegistryClient theirs = new CachedSchemaRegistryClient(server.url(), 100);
        try (var ours = client()) {
            for (Topic<? extends SpecificRecord> topic : Topics.all()) {
                int id = ours.register(topic.valueSubject(), topic.schema());
                AvroSchema text = new AvroSchema(SchemaText.of(topic.schema()));
                assertThat(theirs.register(topic.valueSubject(), text)).isEqualTo(id);
                assertThat(theirs.getVersion(topic.valueSubject(), text)).isEqualTo(1);
                assertThat(theirs.getSchemaById(id)).isEqualTo(text);
            }
        }
        assertThat(theirs.getAllSubjects()).hasSameSizeAs(Topics.all());
    }

    @Test
    void theirClientUnderstandsOurSettingsAndErrors() throws IOException, RestClientException {
        CachedSchemaRegistryClient theirs = new CachedSchemaRegistryClient(server.url(), 100);
        AvroSchema first = new AvroSchema(SchemaText.of(DossierEvent.getClassSchema()));
        AvroSchema unfit = new AvroSchema("\"int\"");
        theirs.register(SUBJECT, first);

        assertThat(theirs.testCompatibility(SUBJECT, first)).isTrue();
        assertThat(theirs.testCompatibility(SUBJECT, unfit)).isFalse();
        assertThat(theirs.testCompatibilityVerbose(SUBJECT, unfit)).isNotEmpty();
        assertFails(() -> theirs.register(SUBJECT, unfit), 409, 409);
        assertFails(() -> theirs.getSchemaById(99), 404, 40403);
        assertFails(() -> theirs.getLatestSchemaMetadata("none"), 404, 40401);
        assertThat(theirs.updateCompatibility(SUBJECT, "NONE")).isEqualTo("NONE");
        assertThat(theirs.getCompatibility(SUBJECT)).isEqualTo("NONE");
        assertThat(theirs.getCompatibility(null)).isEqualTo("BACKWARD");
        assertThat(theirs.register(SUBJECT, unfit)).isEqualTo(2);
        assertThat(theirs.getLatestSchemaMetadata(SUBJECT).getVersion()).isEqualTo(2);
        assertThat(theirs.getMode()).isEqualTo("READWRITE");
        assertThat(theirs.deleteSchemaVersion(SUBJECT, "2")).isEqualTo(2);
        assertThat(theirs.deleteSubject(SUBJECT)).containsExactly(1);
        assertThat(theirs.deleteSubject(SUBJECT, true)).containsExactly(1, 2);
        assertThat(theirs.getAllSubjects()).isEmpty();
    }

    private interface Call {
        void run() throws IOException, RestClientException;
    }

    private static void assertFails(Call call, int status, int code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(RestClientException.class, e -> {
            assertThat(e.getStatus()).isEqualTo(status);
            assertThat(e.getErrorCode()).isEqualTo(code);
        });
    }

    private HttpSchemaRegistryClient client() {
        return new HttpSchemaRegistryClient(RegistrySettings.of(server.url()));
    }
}
