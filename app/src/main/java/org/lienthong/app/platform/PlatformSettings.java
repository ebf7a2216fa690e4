package org.lienthong.app.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.api.ServerSettings;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.settings.SettingsLoader;
import org.lienthong.runtime.streams.StreamsSettings;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.dossier.MergeSettings;

/**
 * Everything that a deployment may set; {@code platform.yaml} beside this class has every key with its default.
 *
 * @param registry standard client properties, {@code schema.registry.url} first of all
 * @param stateDirectory local state of the Streams jobs; may be lost, it is rebuilt
 * @param now fixes the clock that "due soon" and "overdue" are measured against; null: the system's
 */
public record PlatformSettings(
        KafkaSettings kafka,
        Map<String, String> registry,
        DatabaseSettings database,
        ServerSettings http,
        StreamsSettings streams,
        TopicSettings topics,
        MergeSettings dossier,
        DeadlineSettings deadline,
        Path stateDirectory,
        @Nullable Instant now) {

    /** @param replicationFactor of topics that are created; -1 leaves it to the broker */
    public record TopicSettings(int replicationFactor) {}

    /** Defaults, then the file where one is given, then the environment. */
    public static SettingsLoader loader(Optional<Path> file) {
        SettingsLoader loader = SettingsLoader.withDefaults(PlatformSettings.class, "platform.yaml");
        file.ifPresent(loader::file);
        return loader.environment(System.getenv());
    }

    public RegistrySettings registrySettings() {
        return RegistrySettings.fromProperties(registry);
    }

    public Clock clock() {
        return now == null ? Clock.systemUTC() : Clock.fixed(now, ZoneOffset.UTC);
    }
}
