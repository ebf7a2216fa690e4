package org.lienthong.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierEvent;

class HttpSchemaRegistryClientTest {

    private static final Schema SCHEMA = DossierEvent.getClassSchema();
    private static final String REFUSED_PORT = "http://127.0.0.1:1";

    private ScriptedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new ScriptedRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aRegisteredSchemaIsAskedForOnce() {
        registry.answer(200, "{\"id\":7}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertThat(client.register("dossier.events-value", SCHEMA)).isEqualTo(7);
            assertThat(client.register("dossier.events-value", SCHEMA)).isEqualTo(7);
        }
        assertThat(registry.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.path()).isEqualTo("/subjects/dossier.events-value/versions");
            assertThat(asked.body()).contains("pii").doesNotContain("avro.java.string");
        });
    }

    @Test
    void schemasThatDifferOnlyInDocAreRegisteredApart() {
        registry.answer(200, "{\"id\":1}").answer(200, "{\"id\":2}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertThat(client.register("s", enumeration("before"))).isEqualTo(1);
            assertThat(client.register("s", enumeration("after"))).isEqualTo(2);
        }
    }

    @Test
    void aRegistryThatIsBusyIsAskedAgain() {
        registry.answer(503, "").answer(429, "").answer(200, "{\"schema\":\"\\\"string\\\"\"}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertThat(client.byId(3)).isEqualTo(Schema.create(Schema.Type.STRING));
            assertThat(client.byId(3)).isEqualTo(Schema.create(Schema.Type.STRING));
        }
        assertThat(registry.asked()).hasSize(3);
    }

    @Test
    void theNextRegistryAnswersForOneThatIsDown() {
        registry.answer(200, "{\"id\":1}");
        try (HttpSchemaRegistryClient client = client(REFUSED_PORT + "," + registry.url())) {
            assertThat(client.register("s", SCHEMA)).isEqualTo(1);
        }
    }

    @Test
    void noRegistryAtAllIsUnavailableAndSaysWhereItLooked() {
        try (HttpSchemaRegistryClient client = client(REFUSED_PORT)) {
            assertThatThrownBy(() -> client.byId(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContainingAll(REFUSED_PORT, "schema.registry.url");
        }
    }

    @Test
    void aRefusalIsNotRepeated() {
        registry.answer(409, "{\"error_code\":409,\"message\":\"field x is gone\"}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertRefused(() -> client.register("s", SCHEMA), RegistryRefusedException.INCOMPATIBLE, "field x is gone");
        }
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void refusedCredentialsAndForeignServersAreNamed() {
        registry.answer(401, "").answer(404, "<html>").answer(200, "<html>");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertRefused(() -> client.byId(1), 401, "basic.auth.user.info");
            assertRefused(() -> client.byId(1), 404, "schema.registry.url");
            assertRefused(() -> client.byId(1), 200, "schema.registry.url");
        }
    }

    @Test
    void aSchemaThatIsNotAvroIsRefused() {
        registry.answer(200, "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":\\\"object\\\"}\"}")
                .answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 3\"}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertRefused(() -> client.byId(1), RegistryRefusedException.INVALID_SCHEMA, "JSON");
            assertRefused(() -> client.byId(2), RegistryRefusedException.INVALID_SCHEMA, "PROTOBUF");
        }
    }

    @Test
    void aSubjectThatIsUnknownHasNoLatestAndNoConflicts() {
        registry.answer(404, "{\"error_code\":40401,\"message\":\"\"}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertThat(client.latest("new")).isEmpty();
            assertThat(client.incompatibilities("new", SCHEMA)).isEmpty();
        }
    }

    @Test
    void referredSchemasAreFetchedFirst() {
        registry.answer(200, """
                        {"schema":"{\\"type\\":\\"array\\",\\"items\\":\\"a.Colour\\"}",
                         "references":[{"name":"a.Colour","subject":"colours","version":2}]}""")
                .answer(
                        200,
                        "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"Colour\\\","
                                + "\\\"namespace\\\":\\\"a\\\",\\\"symbols\\\":[\\\"RED\\\"]}\"}");
        try (HttpSchemaRegistryClient client = client(registry.url())) {
            assertThat(client.byId(5).getElementType().getFullName()).isEqualTo("a.Colour");
        }
        assertThat(registry.asked().get(1).path()).isEqualTo("/subjects/colours/versions/2?deleted=true");
    }

    @Test
    void credentialsComeFromUserInfoOrFromTheAddressAndAreNeverShown() {
        registry.answer(200, "{\"id\":1}");
        RegistrySettings byProperty = RegistrySettings.fromProperties(Map.of(
                "schema.registry.url", registry.url(),
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "agency:s:cret"));
        RegistrySettings byAddress = RegistrySettings.of(registry.url().replace("//", "//agency:s:cret@"));
        for (RegistrySettings settings : List.of(byProperty, byAddress)) {
            try (HttpSchemaRegistryClient client = new HttpSchemaRegistryClient(settings)) {
                client.register("s", SCHEMA);
            }
            assertThat(settings.toString()).doesNotContain("cret");
        }
        assertThat(registry.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Basic YWdlbmN5OnM6Y3JldA=="));
    }

    private static HttpSchemaRegistryClient client(String urls) {
        RegistrySettings given = RegistrySettings.of(urls);
        List<URI> addresses = given.urls();
        return new HttpSchemaRegistryClient(new RegistrySettings(
                addresses, Optional.empty(), Map.of(), Duration.ofSeconds(5), Duration.ofSeconds(1)));
    }

    private static Schema enumeration(String doc) {
        return Schema.createEnum("E", doc, "a", List.of("A"));
    }

    private static void assertRefused(Runnable call, int errorCode, String message) {
        assertThatThrownBy(call::run)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        RegistryRefusedException.class,
                        e -> assertThat(e.errorCode()).isEqualTo(errorCode));
    }
}
