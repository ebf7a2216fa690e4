package org.lienthong.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a Confluent-compatible schema registry.
 *
 * @param urls registries that share one storage; the next is asked when one does not answer
 * @param credentials basic authentication, sent with every request
 * @param tls Kafka's own {@code ssl.*} properties ({@code ssl.truststore.location}, …; JKS, PKCS12 or PEM) for https;
 *     empty means the trust of the JVM
 * @param requestTimeout of one request
 * @param patience how long a call goes on trying before it gives up
 */
public record RegistrySettings(
        List<URI> urls,
        Optional<Credentials> credentials,
        Map<String, String> tls,
        Duration requestTimeout,
        Duration patience) {

    /** {@code http://host:port}, comma-separated. */
    public static final String URL = "schema.registry.url";

    /** {@code URL} (the default: user and password stand in the address) or {@code USER_INFO}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** {@code user:password}. */
    public static final String USER_INFO = "basic.auth.user.info";

    /** Goes before Kafka's {@code ssl.*} names. */
    public static final String TLS_PREFIX = "schema.registry.";

    /** Milliseconds for one request. */
    public static final String REQUEST_TIMEOUT = "http.read.timeout.ms";

    /** Milliseconds for one call with all its retries; a name of our own. */
    public static final String PATIENCE = "schema.registry.patience.ms";

    private static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    /** A user and a password that no log line shows. */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }
    }

    public RegistrySettings {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(
                    URL + " is empty: give the address of a schema registry, http://host:port");
        }
        urls.forEach(RegistrySettings::check);
        urls = List.copyOf(urls);
        tls = Map.copyOf(tls);
    }

    /** @param urls addresses, comma-separated; a user and a password may stand in front of the host */
    public static RegistrySettings of(String urls) {
        return fromProperties(Map.of(URL, urls));
    }

    /** Reads the standard properties of Kafka tools; others are left alone. */
    public static RegistrySettings fromProperties(Map<String, ?> properties) {
        List<URI> given = urls(text(properties, URL));
        return new RegistrySettings(
                given.stream().map(RegistrySettings::withoutUserInfo).toList(),
                credentials(properties, given),
                tls(properties),
                duration(properties, REQUEST_TIMEOUT, DEFAULT_REQUEST_TIMEOUT),
                duration(properties, PATIENCE, DEFAULT_PATIENCE));
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "RegistrySettings[urls=%s, credentials=%s, tls=%s]".formatted(urls, credentials, tls.keySet());
    }

    private static List<URI> urls(@Nullable String urls) {
        return Arrays.stream(urls == null ? new String[0] : urls.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url))
                .toList();
    }

    private static void check(URI url) {
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException(
                    URL + ": " + withoutUserInfo(url) + " is no address: give http://host:port or https://host:port");
        }
    }

    private static Optional<Credentials> credentials(Map<String, ?> properties, List<URI> urls) {
        String source =
                Optional.ofNullable(text(properties, CREDENTIALS_SOURCE)).orElse("URL");
        return switch (source) {
            case "URL" ->
                urls.stream()
                        .map(URI::getUserInfo)
                        .filter(info -> info != null)
                        .findFirst()
                        .map(RegistrySettings::credentials);
            case "USER_INFO" -> {
                String info = text(properties, USER_INFO);
                if (info == null) {
                    throw new IllegalArgumentException(USER_INFO + " is missing: give user:password");
                }
                yield Optional.of(credentials(info));
            }
            default ->
                throw new IllegalArgumentException(
                        CREDENTIALS_SOURCE + " is " + source + ": only URL and USER_INFO are known");
        };
    }

    private static Credentials credentials(String userInfo) {
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(USER_INFO + " has no colon: give user:password");
        }
        return new Credentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
    }

    private static Map<String, String> tls(Map<String, ?> properties) {
        Map<String, String> tls = new HashMap<>();
        properties.forEach((name, value) -> {
            if (value != null && name.startsWith(TLS_PREFIX + "ssl.")) {
                tls.put(name.substring(TLS_PREFIX.length()), value.toString());
            }
        });
        return tls;
    }

    private static Duration duration(Map<String, ?> properties, String name, Duration otherwise) {
        String millis = text(properties, name);
        try {
            return millis == null ? otherwise : Duration.ofMillis(Long.parseLong(millis.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + millis + ": give milliseconds", e);
        }
    }

    private static @Nullable String text(Map<String, ?> properties, String name) {
        Object value = properties.get(name);
        return value == null ? null : value.toString();
    }

    private static URI withoutUserInfo(URI url) {
        String info = url.getRawUserInfo();
        return info == null ? url : URI.create(url.toString().replace(info + "@", ""));
    }
}
