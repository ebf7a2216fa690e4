package org.lienthong.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that cannot be met: each has its code, and none is a fault. */
class BadInputTest {

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
    void whatIsNotThereIsNamedByItsCode() {
        rest.get("/subjects/none/versions").fails(404, 40401);
        rest.get("/subjects/none/versions/latest").fails(404, 40401);
        rest.post("/subjects/none", Rest.body(Schemas.PERMIT)).fails(404, 40401);
        rest.delete("/subjects/none").fails(404, 40401);
        rest.get("/schemas/ids/99").fails(404, 40403);
        rest.get("/schemas/ids/99/schema").fails(404, 40403);
        rest.get("/schemas/ids/99/versions").fails(404, 40403);
        rest.get("/schemas/ids/x").fails(404, 40403);
        rest.get("/schemas/guids/x").fails(404, 40403);
        rest.register("s", Schemas.PERMIT).ok();
        rest.get("/subjects/s/versions/2").fails(404, 40402);
        rest.delete("/subjects/s/versions/2").fails(404, 40402);
        rest.post("/subjects/s", Rest.body(Schemas.WITH_OPTIONAL)).fails(404, 40403);
        for (String version : List.of("0", "-2", "x", "2147483648")) {
            rest.get("/subjects/s/versions/" + version).fails(422, 42202);
        }
    }

    @Test
    void badInputIsRefusedAndNeverAFault() {
        List<String> schemas = new ArrayList<>(List.of("", " ", "{", "{}", "null", "1", "\"strin\"", "\"string\" x"));
        schemas.add("[[\"int\"]]");
        schemas.add("{\"type\":\"record\"}");
        schemas.add("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"A\"]}");
        schemas.add("{\"type\":\"record\",\"name\":\"Đ\",\"fields\":[]}");
        schemas.add(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":\"x\"}]}");
        schemas.add("{\"type\":\"fixed\",\"name\":\"F\",\"size\":-1}");
        schemas.add("[".repeat(5_000));
        schemas.add("{\"type\":\"array\",\"items\":".repeat(900) + "\"int\"" + "}".repeat(900) + "}");
        rest.register("known", Schemas.PERMIT).ok();
        for (String schema : schemas) {
            rest.register("s", schema).fails(422, 42201);
            rest.post("/subjects/known", Rest.body(schema)).fails(422, 42201);
            rest.post("/compatibility/subjects/s/versions/latest", Rest.body(schema))
                    .fails(422, 42201);
        }
        for (String body : List.of("not json", "[]", "7", "{\"schema\":", "\u0000")) {
            rest.post("/subjects/s/versions", body).fails(400, 400);
            rest.put("/config", body).fails(400, 400);
        }
        rest.post("/subjects/s/versions", "").fails(400, 400);
        rest.post("/subjects/s/versions", "{\"schema\":{\"type\":\"string\"}}").fails(422, 42201);
        rest.post("/subjects/s/versions", "{\"schema\":\"{}\",\"schemaType\":\"PROTOBUF\"}")
                .fails(422, 42201);
        rest.post("/subjects/s/versions", "{\"schema\":\"\\\"int\\\"\",\"references\":[{}]}")
                .fails(422, 42201);
        rest.put("/config", "{\"compatibility\":\"SIDEWAYS\"}").fails(422, 42203);
        rest.put("/config/s", "{}").fails(422, 42203);
        rest.put("/mode", "{\"mode\":\"SLEEPING\"}").fails(422, 42204);
        assertThat(rest.get("/subjects").ok()).hasSize(1);
    }

    @Test
    void noMutilatedSchemaIsAFault() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String letters = "{}[]\":,01-a \\";
        rest.put("/config", "{\"compatibility\":\"FULL_TRANSITIVE\"}").ok();
        for (int round = 0; round < 1_000; round++) {
            StringBuilder schema = new StringBuilder(Schemas.WITH_OPTIONAL);
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                schema.setCharAt(random.nextInt(schema.length()), letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(rest.register("s", schema.toString()).status())
                    .as("seed %d: %s", seed, schema)
                    .isIn(200, 409, 422);
        }
    }

    @Test
    void everyAnswerHasTheShapeOfTheApi() {
        Rest.Answer probe = rest.get("/associations/resources/-/dossier.events?resourceType=topic");
        probe.fails(404, 404);
        assertThat(probe.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        rest.delete("/schemas/types").fails(405, 405);
        rest.post("/subjects/s/versions", "x".repeat(2_000_000)).fails(413, 413);
        assertThat(rest.get("/").ok().toString()).isEqualTo("{}");
        assertThat(rest.get("/contexts").ok().toString()).isEqualTo("[\".\"]");
        assertThat(rest.get("/v1/metadata/id").ok().at("/scope/clusters").isObject())
                .isTrue();
        assertThat(rest.get("/v1/metadata/version").ok().get("version").asText())
                .isNotBlank();
    }
}
