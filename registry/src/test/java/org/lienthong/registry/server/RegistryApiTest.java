package org.lienthong.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryApiTest {

    private SchemaRegistryServer server;
    private Rest rest;

    @BeforeEach
    void start() {
        server = new SchemaRegistryServer(RegistryServerSettings.inMemory());
        server.start();
        rest = new Rest(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSameContentHasTheSameIdInEverySubjectAndFormatting() {
        JsonNode first = rest.register("a-value", Schemas.PERMIT).ok();
        JsonNode again =
                rest.register("a-value", Schemas.PERMIT.replace(",", " ,\n ")).ok();
        JsonNode elsewhere = rest.register("b-value", Schemas.PERMIT).ok();
        JsonNode next = rest.register("a-value", Schemas.WITH_OPTIONAL).ok();

        assertThat(first.get("id").asInt()).isEqualTo(1);
        assertThat(again).isEqualTo(first);
        assertThat(elsewhere.get("id").asInt()).isEqualTo(1);
        assertThat(next.get("id").asInt()).isEqualTo(2);
        assertThat(rest.get("/subjects").ok()).extracting(JsonNode::asText).containsExactly("a-value", "b-value");
        assertThat(rest.get("/subjects?subjectPrefix=b").ok()).hasSize(1);
        assertThat(rest.get("/subjects/a-value/versions").ok())
                .extracting(JsonNode::asInt)
                .containsExactly(1, 2);
    }

    @Test
    void aVersionIsReadByNumberByLatestAndByItsText() {
        rest.register("s", Schemas.PERMIT).ok();
        rest.register("s", Schemas.WITH_OPTIONAL).ok();

        JsonNode latest = rest.get("/subjects/s/versions/latest").ok();
        assertThat(latest).isEqualTo(rest.get("/subjects/s/versions/2").ok());
        assertThat(latest).isEqualTo(rest.get("/subjects/s/versions/-1").ok());
        assertThat(latest.get("subject").asText()).isEqualTo("s");
        assertThat(latest.get("schema").asText()).isEqualTo(Schemas.WITH_OPTIONAL);
        assertThat(rest.get("/subjects/s/versions/1/schema").ok().get("name").asText())
                .isEqualTo("Permit");
        assertThat(rest.post("/subjects/s", Rest.body(Schemas.PERMIT))
                        .ok()
                        .get("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aSchemaIsReadByIdAndByGuid() {
        JsonNode registered = rest.register("s", Schemas.PERMIT).ok();
        String guid = registered.get("guid").asText();

        JsonNode byId = rest.get("/schemas/ids/1?fetchMaxId=true").ok();
        assertThat(byId.get("schema").asText()).isEqualTo(Schemas.PERMIT);
        assertThat(byId.get("schemaType").asText()).isEqualTo("AVRO");
        assertThat(byId.get("maxId").asInt()).isEqualTo(1);
        assertThat(rest.get("/schemas/ids/1/schema").ok().get("name").asText()).isEqualTo("Permit");
        assertThat(rest.get("/schemas/ids/1/subjects").ok().toString()).isEqualTo("[\"s\"]");
        assertThat(rest.get("/schemas/ids/1/versions").ok().toString())
                .isEqualTo("[{\"subject\":\"s\",\"version\":1}]");
        assertThat(rest.get("/schemas/guids/" + guid).ok().get("schema").asText())
                .isEqualTo(Schemas.PERMIT);
        assertThat(rest.get("/schemas/guids/" + guid + "/ids").ok().toString())
                .isEqualTo("[{\"context\":\".\",\"id\":1}]");
        assertThat(rest.get("/schemas/types").ok().toString()).isEqualTo("[\"AVRO\"]");
    }

    @Test
    void allSchemasAreListedOrOnlyTheLatest() {
        rest.register("a", Schemas.PERMIT).ok();
        rest.register("a", Schemas.WITH_OPTIONAL).ok();
        rest.register("b", Schemas.PERMIT).ok();

        assertThat(rest.get("/schemas").ok()).hasSize(3);
        assertThat(rest.get("/schemas?latestOnly=true&subjectPrefix=a").ok())
                .singleElement()
                .satisfies(schema -> assertThat(schema.get("version").asInt()).isEqualTo(2));
        assertThat(rest.get("/schemas?offset=1&limit=1").ok()).hasSize(1);
    }

    @Test
    void normalizeIgnoresTheOrderOfCustomAttributes() {
        String one = Schemas.PERMIT.replace("\"fields\"", "\"pii\":true,\"owner\":\"x\",\"fields\"");
        String other = Schemas.PERMIT.replace("\"fields\"", "\"owner\":\"x\",\"pii\":true,\"fields\"");
        String path = "/subjects/s/versions?normalize=true";

        JsonNode first = rest.post(path, Rest.body(one)).ok();
        assertThat(rest.post(path, Rest.body(other)).ok()).isEqualTo(first);
        assertThat(rest.post("/subjects/s?normalize=true", Rest.body(other))
                        .ok()
                        .get("id"))
                .isEqualTo(first.get("id"));
        assertThat(rest.register("s", one).ok().get("id")).isNotEqualTo(first.get("id"));
    }

    @Test
    void aSchemaMayReferToAnotherWhichThenCannotBeDeleted() {
        rest.register("colours", "{\"type\":\"enum\",\"name\":\"Colour\",\"namespace\":\"a\",\"symbols\":[\"RED\"]}")
                .ok();
        String house = "{\"type\":\"record\",\"name\":\"House\",\"namespace\":\"a\","
                + "\"fields\":[{\"name\":\"colour\",\"type\":\"a.Colour\"}]}";
        String reference = ",\"references\":[{\"name\":\"a.Colour\",\"subject\":\"colours\",\"version\":1}]}";
        String body = Rest.body(house).replaceFirst("}$", "") + reference;

        rest.register("houses", house).fails(422, 42201);
        JsonNode registered = rest.post("/subjects/houses/versions", body).ok();
        JsonNode read = rest.get("/schemas/ids/" + registered.get("id")).ok();
        assertThat(read.get("references")).hasSize(1);
        assertThat(read.get("schema").asText()).doesNotContain("RED");
        assertThat(rest.get("/subjects/colours/versions/1/referencedby").ok().toString())
                .isEqualTo("[" + registered.get("id") + "]");
        rest.delete("/subjects/colours").fails(422, 42206);
        rest.delete("/subjects/colours/versions/1").fails(422, 42206);
        rest.post("/subjects/houses/versions", body.replace("\"version\":1", "\"version\":9"))
                .fails(422, 42201);
        String inOnePiece =
                house.replace("\"a.Colour\"", "{\"type\":\"enum\",\"name\":\"Colour\",\"symbols\":[\"RED\"]}");
        assertThat(rest.post("/subjects/houses", Rest.body(inOnePiece)).ok().get("id"))
                .isEqualTo(registered.get("id"));
    }

    @Test
    void deletingIsSoftBeforeItIsForGood() {
        rest.register("s", Schemas.PERMIT).ok();
        rest.register("s", Schemas.WITH_OPTIONAL).ok();
        rest.delete("/subjects/s/versions/1?permanent=true").fails(404, 40407);
        assertThat(rest.delete("/subjects/s/versions/1").ok().asInt()).isEqualTo(1);
        rest.delete("/subjects/s/versions/1").fails(404, 40406);
        rest.delete("/subjects/s?permanent=true").fails(404, 40405);
        assertThat(rest.delete("/subjects/s").ok().toString()).isEqualTo("[2]");

        rest.delete("/subjects/s").fails(404, 40404);
        rest.get("/subjects/s/versions").fails(404, 40401);
        assertThat(rest.get("/subjects").ok()).isEmpty();
        assertThat(rest.get("/subjects?deleted=true").ok()).hasSize(1);
        assertThat(rest.get("/subjects/s/versions?deleted=true").ok()).hasSize(2);
        assertThat(rest.get("/schemas/ids/1").ok().get("schema").asText()).isEqualTo(Schemas.PERMIT);
        rest.post("/subjects/s", Rest.body(Schemas.PERMIT)).fails(404, 40401);

        JsonNode back = rest.register("s", Schemas.PERMIT).ok();
        assertThat(back.get("id").asInt()).as("an id keeps its meaning").isEqualTo(1);
        assertThat(back.get("version").asInt()).as("a number is not used twice").isEqualTo(3);

        rest.delete("/subjects/s").ok();
        assertThat(rest.delete("/subjects/s?permanent=true").ok().toString()).isEqualTo("[1,2,3]");
        rest.get("/schemas/ids/1").fails(404, 40403);
        rest.delete("/subjects/s?permanent=true").fails(404, 40401);
        assertThat(rest.register("s", Schemas.WITH_REQUIRED).ok().get("id").asInt())
                .as("no id is given twice")
                .isEqualTo(3);
    }

    @Test
    void theLevelOfASubjectGoesBeforeThatOfTheRegistry() {
        assertThat(rest.get("/config").ok().get("compatibilityLevel").asText()).isEqualTo("BACKWARD");
        rest.get("/config/s").fails(404, 40408);
        assertThat(rest.get("/config/s?defaultToGlobal=true")
                        .ok()
                        .get("compatibilityLevel")
                        .asText())
                .isEqualTo("BACKWARD");
        rest.register("s", Schemas.PERMIT).ok();
        rest.register("s", Schemas.WITH_REQUIRED).fails(409, 409);

        assertThat(rest.put("/config/s", "{\"compatibility\":\"FORWARD\"}")
                        .ok()
                        .get("compatibility")
                        .asText())
                .isEqualTo("FORWARD");
        rest.register("s", Schemas.WITH_REQUIRED).ok();
        assertThat(rest.delete("/config/s").ok().get("compatibilityLevel").asText())
                .isEqualTo("FORWARD");
        rest.delete("/config/s").fails(404, 40408);
        rest.put("/config", "{\"compatibility\":\"none\"}").ok();
        assertThat(rest.get("/config").ok().get("compatibilityLevel").asText()).isEqualTo("NONE");
        rest.delete("/config").ok();
        assertThat(rest.get("/config").ok().get("compatibilityLevel").asText()).isEqualTo("BACKWARD");
    }

    @Test
    void compatibilityIsToldWithoutRegistering() {
        String any = "/compatibility/subjects/s/versions";
        String latest = any + "/latest?verbose=true";
        assertThat(rest.post(latest, Rest.body(Schemas.PERMIT))
                        .ok()
                        .get("is_compatible")
                        .asBoolean())
                .isTrue();
        assertThat(rest.post(any, Rest.body(Schemas.PERMIT)).ok().has("messages"))
                .isFalse();
        rest.post(any + "/1", Rest.body(Schemas.PERMIT)).fails(404, 40402);
        rest.register("s", Schemas.PERMIT).ok();

        JsonNode verdict = rest.post(latest, Rest.body(Schemas.WITH_REQUIRED)).ok();
        assertThat(verdict.get("is_compatible").asBoolean()).isFalse();
        assertThat(verdict.get("messages").get(0).asText()).contains("version 1", "holder");
        assertThat(rest.post(latest, Rest.body(Schemas.WITH_OPTIONAL))
                        .ok()
                        .get("is_compatible")
                        .asBoolean())
                .isTrue();
        assertThat(rest.get("/subjects/s/versions").ok()).hasSize(1);
    }

    @Test
    void aReadOnlySubjectTakesNothingNew() {
        rest.register("s", Schemas.PERMIT).ok();
        assertThat(rest.get("/mode").ok().get("mode").asText()).isEqualTo("READWRITE");
        rest.get("/mode/s").fails(404, 40409);
        rest.put("/mode/s", "{\"mode\":\"READONLY\"}").ok();

        assertThat(rest.register("s", Schemas.PERMIT).ok().get("id").asInt())
                .as("known already")
                .isEqualTo(1);
        rest.register("s", Schemas.WITH_OPTIONAL).fails(422, 42205);
        rest.delete("/subjects/s").fails(422, 42205);
        rest.put("/config/s", "{\"compatibility\":\"NONE\"}").fails(422, 42205);
        rest.register("other", Schemas.WITH_OPTIONAL).ok();
        rest.delete("/mode/s").ok();
        rest.register("s", Schemas.WITH_OPTIONAL).ok();
        rest.put("/mode", "{\"mode\":\"READONLY_OVERRIDE\"}").ok();
        rest.put("/mode/s", "{\"mode\":\"READWRITE\"}").ok();
        rest.register("s", Schemas.PERMIT.replace("Số", "So")).fails(422, 42205);
    }

    @Test
    void anImportKeepsTheIdsAndVersionsFromElsewhere() {
        String imported = Rest.body(Schemas.PERMIT).replaceFirst("}$", ",\"id\":70,\"version\":4}");
        rest.post("/subjects/s/versions", imported).fails(422, 42205);
        rest.put("/mode/s", "{\"mode\":\"IMPORT\"}").ok();
        rest.register("s", Schemas.PERMIT).fails(422, 42205);
        rest.post("/subjects/s/versions", imported).ok();

        assertThat(rest.get("/subjects/s/versions/4").ok().get("id").asInt()).isEqualTo(70);
        rest.post("/subjects/s/versions", imported.replace("Số", "So")).fails(422, 42205);
        rest.post("/subjects/s/versions", imported.replace("Số", "So").replace(":70", ":71"))
                .fails(422, 42205);
        rest.put("/mode/s", "{\"mode\":\"READWRITE\"}").ok();
        assertThat(rest.register("t", Schemas.WITH_OPTIONAL).ok().get("id").asInt())
                .isEqualTo(71);
        rest.put("/mode", "{\"mode\":\"IMPORT\"}").fails(422, 42205);
        rest.put("/mode?force=true", "{\"mode\":\"IMPORT\"}").ok();
    }

    @Test
    void aClosedServerIsNotReadyAndFreesItsPort() {
        assertThat(server.isReady()).isTrue();
        int port = Integer.parseInt(server.url().replaceAll(".*:", ""));
        server.close();
        assertThat(server.isReady()).isFalse();
        server = new SchemaRegistryServer(
                new RegistryServerSettings("127.0.0.1", port, new RegistryServerSettings.Storage.Memory()));
        server.start();
        assertThat(new Rest(server.url()).get("/subjects").ok()).isEmpty();
    }
}
