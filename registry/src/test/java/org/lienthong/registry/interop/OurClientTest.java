package org.lienthong.registry.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.Rest;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.registry.server.Schemas;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.RegistryRefusedException;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaText;
import org.lienthong.schemas.serde.AvroDeserializer;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.schemas.serde.UnreadableRecordException.Reason;
import org.lienthong.schemas.topic.Topics;

class OurClientTest {

    private static final String TOPIC = Topics.REF_PROCEDURES.name();
    private static final String SUBJECT = Topics.REF_PROCEDURES.valueSubject();

    private SchemaRegistryServer server;
    private HttpSchemaRegistryClient client;
    private Rest rest;

    @BeforeEach
    void start() {
        server = new SchemaRegistryServer(RegistryServerSettings.inMemory());
        server.start();
        client = new HttpSchemaRegistryClient(RegistrySettings.of(server.url()));
        rest = new Rest(server.url());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyCallOfTheClientIsAnswered() {
        Schema first = parse(Schemas.PERMIT);
        assertThat(client.latest("s")).isEmpty();
        assertThat(client.incompatibilities("s", first)).isEmpty();
        assertRefused(() -> client.idOf("s", first), RegistryRefusedException.SUBJECT_NOT_FOUND);

        int id = client.register("s", first);
        assertThat(client.idOf("s", first)).isEqualTo(id);
        assertThat(client.byId(id)).isEqualTo(first);
        assertThat(client.latest("s")).contains(first);
        assertThat(client.incompatibilities("s", parse(Schemas.WITH_OPTIONAL))).isEmpty();
        assertThat(client.incompatibilities("s", parse(Schemas.WITH_REQUIRED)))
                .singleElement()
                .asString()
                .contains("holder");
        assertRefused(() -> client.register("s", parse(Schemas.WITH_REQUIRED)), RegistryRefusedException.INCOMPATIBLE);
        assertRefused(() -> client.byId(99), RegistryRefusedException.SCHEMA_NOT_FOUND);
        assertRefused(() -> client.byGuid(UUID.randomUUID().toString()), RegistryRefusedException.SCHEMA_NOT_FOUND);
    }

    @Test
    void schemasAreKeptWithDocAndPiiAndWithoutHintsForJava() {
        int id = client.register(Topics.DOSSIER_EVENTS.valueSubject(), Topics.DOSSIER_EVENTS.schema());
        String kept = rest.get("/schemas/ids/" + id).ok().get("schema").asText();
        assertThat(kept)
                .contains("\"pii\":true", "Sự kiện hồ sơ")
                .doesNotContain("avro.java.string")
                .isEqualTo(SchemaText.of(Topics.DOSSIER_EVENTS.schema()));
    }

    @Test
    void aRecordComesBackWithStringsAsStrings() {
        byte[] bytes = new AvroSerializer<Procedure>(client, true).serialize(TOPIC, procedure());
        Procedure read = new AvroDeserializer<>(client, Procedure.class).deserialize(TOPIC, bytes);
        assertThat(read).isEqualTo(procedure());
        assertThat((Object) read.getName()).isInstanceOf(String.class);
    }

    @Test
    void aRecordWhoseSchemaIsNamedByGuidInAHeaderIsRead() {
        byte[] prefixed = new AvroSerializer<Procedure>(client, true).serialize(TOPIC, procedure());
        String guid = rest.get("/subjects/" + SUBJECT + "/versions/1")
                .ok()
                .get("guid")
                .asText();
        byte[] body = Arrays.copyOfRange(prefixed, 5, prefixed.length);
        AvroDeserializer<Procedure> deserializer = new AvroDeserializer<>(client, Procedure.class);

        assertThat(deserializer.deserialize(TOPIC, header(UUID.fromString(guid)), body))
                .isEqualTo(procedure());
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, header(UUID.randomUUID()), body))
                .isInstanceOfSatisfying(
                        UnreadableRecordException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
    }

    @Test
    void withoutAutoRegisterOnlyWhatIsRegisteredIsWritten() {
        AvroSerializer<Procedure> strict = new AvroSerializer<>(client, false);
        assertRefused(() -> strict.serialize(TOPIC, procedure()), RegistryRefusedException.SUBJECT_NOT_FOUND);
        client.register(SUBJECT, Procedure.getClassSchema());
        assertThat(strict.serialize(TOPIC, procedure())).startsWith(0, 0, 0, 0, 1);
    }

    private static Headers header(UUID guid) {
        ByteBuffer value = ByteBuffer.allocate(17)
                .put((byte) 1)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits());
        return new RecordHeaders().add("__value_schema_id", value.array());
    }

    private static Procedure procedure() {
        return Procedure.newBuilder()
                .setCode("1.005129")
                .setName("Cấp giấy phép xây dựng")
                .setLevel(UnitLevel.COMMUNE)
                .setTimeLimitHours(120)
                .setFee(true)
                .setOnline(true)
                .build();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static void assertRefused(Runnable call, int code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        RegistryRefusedException.class,
                        e -> assertThat(e.errorCode()).isEqualTo(code));
    }
}
