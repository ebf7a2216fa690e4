package org.lienthong.app.cli;

import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.Platform;
import org.lienthong.app.platform.PlatformSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs all jobs until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Chạy nền tảng trên cụm Kafka, sổ đăng ký và PostgreSQL có sẵn / Run the platform on your own cluster",
        description = {
            "",
            "Runs all jobs, the API and the page against the Kafka cluster, schema registry and PostgreSQL of --config,",
            "until it is stopped. With --embedded it brings all three up by itself, on the data directory."
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--embedded", description = "Bring up Kafka, the registry and PostgreSQL on the data directory")
    private boolean embedded;

    @Override
    public Integer call() throws InterruptedException {
        Console console = common.console();
        if (embedded) {
            try (StopSignal stop = StopSignal.interruptingThisThread();
                    EmbeddedPlatform started =
                            EmbeddedPlatform.start(common.dataDirectory(), common.settings(), settings -> settings)) {
                return serve(console, started.platform());
            }
        }
        try (StopSignal stop = StopSignal.interruptingThisThread();
                Platform platform = Platform.start(common.settings().as(PlatformSettings.class))) {
            return serve(console, platform);
        }
    }

    private static int serve(Console console, Platform platform) throws InterruptedException {
        console.say("serve.ready", platform.url());
        platform.awaitFailure();
        platform.throwIfFailed();
        return ExitStatus.CANNOT_RUN;
    }
}
