package org.lienthong.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the registries in turn, with growing pauses, until one gives an answer or patience ends. */
final class RegistryTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final RegistrySettings settings;
    private final HttpClient http;

    /** Index of the registry that answered last. */
    private volatile int preferred;

    RegistryTransport(RegistrySettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(settings.requestTimeout());
        if (!settings.tls().isEmpty()) {
            builder.sslContext(sslContext(settings.tls()));
        }
        this.http = builder.build();
    }

    /** Kafka's own reader of key and trust stores, so that the same files serve brokers and registry. */
    private static SSLContext sslContext(Map<String, String> tls) {
        ConfigDef names = new ConfigDef();
        SslConfigs.addClientSslSupport(names);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(names.parse(tls));
            return factory.sslContext();
        }
    }

    JsonNode get(String path) {
        return call("GET", path, null);
    }

    JsonNode post(String path, JsonNode body) {
        return call("POST", path, body.toString());
    }

    private JsonNode call(String method, String path, @Nullable String body) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Attempt attempt = askEach(method, path, body);
            if (attempt.answer() != null) {
                return attempt.answer();
            }
            if (System.nanoTime() + Duration.ofMillis(pause).toNanos() > deadline) {
                throw new RegistryUnavailableException(
                        "no schema registry answered within %d ms (%s): check %s and that the registry runs"
                                .formatted(settings.patience().toMillis(), attempt.failure(), RegistrySettings.URL),
                        attempt.cause());
            }
            LOG.warn(
                    "schema registry does not answer, trying again reason=\"{}\" pauseMs={}", attempt.failure(), pause);
            rest(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    /** What one round over all registries gave: an answer, or why there is none. */
    private record Attempt(
            @Nullable JsonNode answer,
            String failure,
            @Nullable IOException cause) {}

    private Attempt askEach(String method, String path, @Nullable String body) {
        Attempt last = new Attempt(null, "not asked", null);
        int count = settings.urls().size();
        int first = preferred;
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            URI base = settings.urls().get(index);
            try {
                HttpResponse<byte[]> response =
                        http.send(request(base, method, path, body), BodyHandlers.ofByteArray());
                int status = response.statusCode();
                if (status < 500 && status != 429 && status != 408) {
                    preferred = index;
                    return new Attempt(answer(base, response), "", null);
                }
                last = new Attempt(null, base + " answered HTTP " + status + message(response), null);
            } catch (IOException e) {
                last = new Attempt(null, base + ": " + e, e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return last;
    }

    private HttpRequest request(URI base, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.requestTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        settings.credentials().ifPresent(c -> {
            byte[] pair = (c.user() + ":" + c.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        });
        return request.build();
    }

    private static JsonNode answer(URI base, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = json(response);
        if (status / 100 == 2 && !body.isMissingNode()) {
            return body;
        }
        if (status == 401 || status == 403) {
            throw new RegistryRefusedException(
                    status,
                    "schema registry %s refuses these credentials (HTTP %d): check %s and what the user may do"
                            .formatted(base, status, RegistrySettings.USER_INFO));
        }
        if (body.has("error_code")) {
            throw new RegistryRefusedException(
                    body.get("error_code").asInt(status), body.path("message").asText("no reason given"));
        }
        throw new RegistryRefusedException(
                status,
                "%s does not answer as a schema registry does (HTTP %d): check %s"
                        .formatted(base, status, RegistrySettings.URL));
    }

    private static String message(HttpResponse<byte[]> response) {
        String message = json(response).path("message").asText("");
        return message.isEmpty() ? "" : " (" + message + ")";
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            JsonNode body = JSON.readTree(response.body());
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException e) {
            // A proxy's page, for instance; the caller says what that means.
            return MissingNode.getInstance();
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("interrupted while asking the schema registry", e);
    }
}
