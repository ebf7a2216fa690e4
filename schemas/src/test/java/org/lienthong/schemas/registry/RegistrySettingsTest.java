package org.lienthong.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void theStandardPropertiesAreUnderstood() {
        RegistrySettings settings = RegistrySettings.fromProperties(Map.of(
                "schema.registry.url", "http://a:8081/, https://b/registry",
                "schema.registry.ssl.truststore.location", "/tls/ca.pem",
                "schema.registry.ssl.truststore.type", "PEM",
                "http.read.timeout.ms", 1500,
                "bootstrap.servers", "k:9092"));

        assertThat(settings.urls()).map(Object::toString).containsExactly("http://a:8081", "https://b/registry");
        assertThat(settings.tls())
                .isEqualTo(Map.of("ssl.truststore.location", "/tls/ca.pem", "ssl.truststore.type", "PEM"));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.credentials()).isEmpty();
    }

    @Test
    void aWrongValueIsNamedAndNoPasswordShown() {
        assertWrong(Map.of(), "schema.registry.url");
        assertWrong(Map.of("schema.registry.url", "localhost:8081"), "http://host:port");
        assertWrong(Map.of("schema.registry.url", "ftp://u:secret@h"), "ftp://h is no address");
        assertWrong(Map.of("basic.auth.credentials.source", "USER_INFO"), "basic.auth.user.info");
        assertWrong(Map.of("basic.auth.credentials.source", "SASL_INHERIT"), "only URL and USER_INFO");
        assertWrong(Map.of("http.read.timeout.ms", "5s"), "milliseconds");
    }

    private static void assertWrong(Map<String, String> properties, String message) {
        Map<String, String> all = new HashMap<>(properties);
        if (!properties.isEmpty()) {
            all.putIfAbsent("schema.registry.url", "http://a");
        }
        assertThatThrownBy(() -> RegistrySettings.fromProperties(all))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
    }
}
