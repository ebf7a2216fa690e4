package org.lienthong.app.platform;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.lienthong.runtime.settings.SettingsLoader;

/** A whole platform in one process tree, on one data directory. */
public final class EmbeddedPlatform implements AutoCloseable {

    private final DataDirectory directory;
    private final EmbeddedServices services;
    private final Platform platform;

    private EmbeddedPlatform(DataDirectory directory, EmbeddedServices services, Platform platform) {
        this.directory = directory;
        this.services = services;
        this.platform = platform;
    }

    /**
     * Starts on the directory and returns when every job works.
     *
     * @param settings defaults and what the user set; the addresses of the embedded services go over them
     */
    public static EmbeddedPlatform start(Path root, SettingsLoader settings, UnaryOperator<SettingsLoader> overrides)
            throws InterruptedException {
        DataDirectory directory = DataDirectory.open(root);
        EmbeddedServices services = null;
        try {
            services = EmbeddedServices.start(directory);
            SettingsLoader loader =
                    services.applyTo(settings).set(directory.streams().toString(), "stateDirectory");
            Platform platform =
                    Platform.startProvisioned(overrides.apply(loader).as(PlatformSettings.class));
            directory.announce(services.endpoints(platform.url(), directory.streams()));
            return new EmbeddedPlatform(directory, services, platform);
        } catch (InterruptedException | RuntimeException e) {
            if (services != null) {
                services.close();
            }
            directory.close();
            throw e;
        }
    }

    public Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        platform.close();
        services.close();
        directory.close();
    }
}
