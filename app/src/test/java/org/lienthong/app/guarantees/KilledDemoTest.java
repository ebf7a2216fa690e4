package org.lienthong.app.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.app.cli.Main;
import org.lienthong.app.guarantees.site.ChildProcess;

/**
 * A demonstration that is killed takes broker, registry and jobs with it and leaves its PostgreSQL behind: the next one
 * on the same directory goes on, and its own checks pass.
 */
@EnabledIfSystemProperty(named = "faults.rounds", matches = "[1-9].*", disabledReason = "only with -Pguarantees")
class KilledDemoTest {

    private static final Duration PUBLISHING_WITHIN = Duration.ofMinutes(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void theNextDemonstrationGoesOnWhereAKilledOneStopped() {
        try (ChildProcess first = demo()) {
            await("some dossiers are published")
                    .atMost(PUBLISHING_WITHIN)
                    .until(() -> first.output().stream().anyMatch(line -> line.startsWith("Publishing events"))
                            || !first.isAlive());
            first.kill();
        }
        try (ChildProcess second = demo()) {
            assertThat(second.awaitEnd()).as("%s", second.output()).isZero();
        }
    }

    private ChildProcess demo() {
        return ChildProcess.start(
                directory,
                List.of("-Xmx512m"),
                Main.class,
                List.of(
                        "demo",
                        "--exit",
                        "--lang",
                        "en",
                        "--dossiers",
                        "3000",
                        "--port",
                        "0",
                        "--data-dir",
                        directory.resolve("data").toString()));
    }
}
