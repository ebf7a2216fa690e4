package org.lienthong.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Messages;
import org.lienthong.app.console.Table;
import org.lienthong.app.demo.Check;
import org.lienthong.app.demo.DemoRun;
import org.lienthong.app.demo.DemoRun.Result;
import org.lienthong.app.demo.FirstFigure;
import org.lienthong.app.outcome.AuditTable;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.outcome.SummaryTable;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.reporting.audit.AuditReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything in one process tree, with the year 2025 of Di Linh. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header =
                "Chạy tất cả trên máy này với năm 2025 của Di Linh / Run everything here, with the year 2025 of Di Linh",
        description = {
            "",
            "Starts Kafka, the schema registry, PostgreSQL, all jobs, the API and the page; publishes a made-up year of",
            "dossiers and permits; prints the figures per commune and what was checked; stays up until Ctrl-C.",
            "State is kept in the data directory: a second run continues and publishes nothing twice."
        })
final class DemoCommand implements Callable<Integer> {

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--dossiers", paramLabel = "N", description = "How many dossiers (default: ${DEFAULT-VALUE})")
    private int dossiers = 60_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another year of the same kind (default: ${DEFAULT-VALUE})")
    private long seed = 679;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Port of the page; 0 for a free one (default: " + DEFAULT_PORT + ", or a free one if it is taken)")
    private @Nullable Integer port;

    @Option(names = "--exit", description = "End after the drain: status 0, or 1 when a check failed")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        if (dossiers < 1 || dossiers > DiLinhYear.MAX_DOSSIERS) {
            throw new ParameterException(
                    spec.commandLine(),
                    Messages.both("DOSSIERS_OUT_OF_RANGE", String.valueOf(DiLinhYear.MAX_DOSSIERS)));
        }
        if (port != null && (port < 0 || port > MAX_PORT)) {
            throw new ParameterException(spec.commandLine(), Messages.both("PORT_OUT_OF_RANGE"));
        }
        Console console = common.console();
        long start = System.nanoTime();
        console.say("start.begin", common.dataDirectory());
        String httpPort = String.valueOf(choosePort());
        try (StopSignal stop = StopSignal.interruptingThisThread();
                EmbeddedPlatform started = EmbeddedPlatform.start(
                        common.dataDirectory(),
                        common.settings(),
                        settings -> settings.set(httpPort, "http", "port").set(DiLinhYear.END.toString(), "now"))) {
            String url = started.platform().url();
            console.say("start.ready", seconds(start), url);
            Result result;
            Optional<Duration> firstFigure;
            try (FirstFigure figure =
                    new FirstFigure(started.platform().database().dataSource(), start)) {
                result = new DemoRun(started.platform(), common.dataDirectory(), console).run(seed, dossiers);
                firstFigure = figure.after();
            }
            show(console, url, result, firstFigure.map(DemoCommand::seconds).orElse(null), seconds(start));
            if (exit) {
                return result.passed() ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
            }
            console.say("demo.stay", url);
            started.platform().awaitFailure();
            started.platform().throwIfFailed();
            return ExitStatus.CANNOT_RUN;
        }
    }

    /** The result as a program reads it. */
    private record Report(
            String url,
            long published,
            @Nullable Double firstFigureSeconds,
            double seconds,
            boolean passed,
            List<Check> checks,
            AuditReport audit,
            Snapshot result) {}

    private static void show(Console console, String url, Result result, @Nullable String firstFigure, String seconds) {
        console.printJson(new Report(
                url,
                result.published(),
                firstFigure == null ? null : Double.valueOf(firstFigure),
                Double.parseDouble(seconds),
                result.passed(),
                result.checks(),
                result.audit(),
                result.snapshot()));
        console.print(SummaryTable.of(result.snapshot().summary(), console));
        Table checks = new Table(List.of(console.text("check.title"), console.text("check.result")));
        for (Check check : result.checks()) {
            String found = check.passed()
                    ? console.text("check.passed", console.number(check.found()))
                    : console.text("check.failed", console.number(check.expected()), console.number(check.found()));
            checks.row(console.text("check." + check.name()), found);
        }
        console.print(checks.toString());
        console.print(AuditTable.balance(result.audit(), console));
        console.print(AuditTable.findings(result.audit(), console));
        console.print(console.text(
                "demo.timing", console.number(result.published()), firstFigure == null ? "–" : firstFigure, seconds));
    }

    /** The usual port where it is free; a port that the user asked for is not replaced. */
    private int choosePort() {
        if (port != null && port == 0) {
            return 0;
        }
        int wanted = port == null ? DEFAULT_PORT : port;
        try (ServerSocket probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            if (port == null) {
                return 0;
            }
            throw new PlatformException("PORT_IN_USE", e, String.valueOf(wanted));
        }
    }

    private static String seconds(long start) {
        return seconds(Duration.ofNanos(System.nanoTime() - start));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
