package org.lienthong.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Console.Language;
import org.lienthong.app.platform.DataDirectory;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.runtime.settings.SettingsLoader;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where an embedded platform keeps everything (default: ~/.lienthong)")
    private @Nullable Path dataDirectory;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as YAML; see docs/how-to/configure.md")
    private @Nullable Path config;

    @Option(names = "--lang", description = "Language of tables and messages: vi or en (default: ${DEFAULT-VALUE})")
    private Language language = Language.VI;

    @Option(names = "--json", description = "Write the result as JSON")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the log on standard error; it is in DIR/logs in any case")
    private boolean verbose;

    Path dataDirectory() {
        return dataDirectory == null ? DataDirectory.defaultRoot() : dataDirectory.toAbsolutePath();
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    boolean json() {
        return json;
    }

    /** Call first of all: the log goes to the data directory from its first line on. */
    Console console() {
        System.setProperty("lienthong.logs", DataDirectory.logs(dataDirectory()).toString());
        System.setProperty("lienthong.console", verbose ? "INFO" : "OFF");
        // Once, on this thread: several threads at a time would make the logging library complain.
        LoggerFactory.getILoggerFactory();
        return new Console(System.out, System.err, language, json);
    }

    /** Defaults, then the settings file where one is given, then the environment. */
    SettingsLoader settings() {
        return PlatformSettings.loader(config());
    }

    /** Like {@link #settings}, but without a settings file those of the platform that runs on the data directory. */
    PlatformSettings settingsOfRunningPlatform() {
        Path endpoints = DataDirectory.endpoints(dataDirectory());
        return PlatformSettings.loader(config().or(() -> Optional.of(endpoints).filter(Files::exists)))
                .as(PlatformSettings.class);
    }

    /**
     * The same, for what makes no sense without a platform.
     *
     * @throws PlatformException when neither a settings file nor a platform on the data directory is there
     */
    PlatformSettings settingsOfRunningPlatformOrRefuse() {
        if (config == null && !Files.exists(DataDirectory.endpoints(dataDirectory()))) {
            throw new PlatformException("NOT_RUNNING", null, dataDirectory());
        }
        return settingsOfRunningPlatform();
    }
}
