package org.lienthong.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Path keystore;
    private static Path certificate;

    @BeforeAll
    static void makeACertificate() throws IOException, InterruptedException {
        keystore = directory.resolve("server.jks");
        certificate = directory.resolve("ca.pem");
        keytool("-genkeypair", "-alias", "r", "-keyalg", "EC", "-dname", "CN=registry", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-alias", "r", "-rfc", "-file", certificate.toString());
    }

    @Test
    void aPemOrJksTruststoreOpensHttps() throws IOException, GeneralSecurityException {
        for (Map<String, String> trust : List.of(
                Map.of("location", certificate.toString(), "type", "PEM"),
                Map.of("location", keystore.toString(), "type", "JKS", "password", PASSWORD))) {
            try (ScriptedRegistry registry = new ScriptedRegistry(serverContext()).answer(200, "{\"id\":4}");
                    HttpSchemaRegistryClient client = client(registry, trust)) {
                assertThat(client.register("s", enumSchema())).isEqualTo(4);
            }
        }
    }

    @Test
    void anUntrustedCertificateIsNotTalkedTo() throws IOException, GeneralSecurityException {
        try (ScriptedRegistry registry = new ScriptedRegistry(serverContext()).answer(200, "{\"id\":4}");
                HttpSchemaRegistryClient client = client(registry, Map.of())) {
            assertThatThrownBy(() -> client.register("s", enumSchema()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SSLHandshakeException");
            assertThat(registry.asked()).isEmpty();
        }
    }

    private static HttpSchemaRegistryClient client(ScriptedRegistry registry, Map<String, String> trust) {
        Map<String, String> properties = new HashMap<>();
        properties.put("schema.registry.url", registry.url());
        properties.put("schema.registry.patience.ms", "500");
        trust.forEach((name, value) -> properties.put("schema.registry.ssl.truststore." + name, value));
        return new HttpSchemaRegistryClient(RegistrySettings.fromProperties(properties));
    }

    private static org.apache.avro.Schema enumSchema() {
        return org.apache.avro.Schema.createEnum("E", "doc", "a", List.of("A"));
    }

    private static SSLContext serverContext() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
