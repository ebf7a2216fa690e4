package org.lienthong.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.app.quarantine.QuarantineStore;
import org.lienthong.app.quarantine.RedriveRun;
import org.lienthong.app.quarantine.RedriveRun.Line;
import org.lienthong.producers.redrive.RedriveRecord;
import org.lienthong.producers.redrive.Redriver;
import org.lienthong.reporting.quarantine.QuarantineEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends quarantined records to their topics again. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        header = "Gửi lại bản ghi cách ly vào topic của chúng / Send quarantined records to their topics again",
        description = {
            "",
            "Key, value and headers go as they came, unless an option mends them. Running it again is harmless: an event",
            "is applied once. What became of each is known when its receipt has come; see show.",
            ""
        })
final class QuarantineRedriveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECORD", arity = "0..*", description = "TOPIC-PARTITION-OFFSET, as list shows it")
    private List<String> records = new ArrayList<>();

    @Mixin
    private QuarantineFilterOptions which = new QuarantineFilterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many of those that fit (default: all)")
    private @Nullable Integer limit;

    @Option(names = "--dry-run", description = "Say what would be sent; send nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "Needed to send what a filter finds")
    private boolean yes;

    @Option(names = "--key", paramLabel = "CODE", description = "Send one record under this key instead of its own")
    private @Nullable String key;

    @Option(names = "--value", paramLabel = "FILE", description = "Send one record with the bytes of FILE as its value")
    private @Nullable Path value;

    @Option(
            names = "--without-header",
            paramLabel = "NAME",
            description = "Leave this header out, e.g. ce_id where it names another event than the value; repeatable")
    private List<String> withoutHeaders = new ArrayList<>();

    @Override
    public Integer call() {
        check();
        UnaryOperator<RedriveRecord> mend = mend();
        List<Origin> named = records.stream()
                .distinct()
                .map(text -> WrongUse.originOrRefuse(spec, text))
                .toList();
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (QuarantineStore store = QuarantineStore.open(settings.database())) {
            List<Origin> origins = named.isEmpty() ? found(store) : named;
            if (named.isEmpty() && !dryRun && !yes) {
                console.say("REDRIVE_CONFIRM", console.number(origins.size()));
                return ExitStatus.WRONG_USE;
            }
            List<Line> lines = run(console, settings, new RedriveRun(store, mend), origins);
            long sent = lines.stream().filter(Line::passed).count();
            Report report = new Report(dryRun, sent, lines.size() - sent, lines);
            console.printJson(report);
            String summary = dryRun ? "quarantine.summary.dryRun" : "quarantine.summary";
            console.print(console.text(summary, console.number(sent), console.number(report.failed())));
            return report.failed() == 0 ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
        }
    }

    /**
     * The result as a program reads it.
     *
     * @param sent or would be, with {@code dryRun}
     */
    private record Report(boolean dryRun, long sent, long failed, List<Line> records) {}

    private List<Line> run(Console console, PlatformSettings settings, RedriveRun run, List<Origin> origins) {
        if (dryRun) {
            return run.rehearse(origins, line -> show(console, line));
        }
        try (Redriver redriver = new Redriver(settings.kafka(), Clock.systemUTC())) {
            return run.send(origins, redriver, line -> show(console, line));
        }
    }

    private void show(Console console, Line line) {
        String passed = dryRun ? "quarantine.wouldSend" : "quarantine.sent";
        console.print(
                line.problem() == null
                        ? console.text(passed, line.origin(), String.valueOf(line.to()))
                        : console.text("quarantine.notSent", line.origin(), line.problem()));
    }

    private List<Origin> found(QuarantineStore store) {
        return store.all(which.filter(spec), limit).stream()
                .map(QuarantineEntry::origin)
                .map(text -> Origins.parse(text).orElseThrow())
                .toList();
    }

    private void check() {
        if (records.isEmpty() != which.isGiven()) {
            throw WrongUse.of(spec, "REDRIVE_WHICH");
        }
        if ((key != null || value != null) && records.size() != 1) {
            throw WrongUse.of(spec, "REDRIVE_ONE");
        }
        if (limit != null && limit < 1) {
            throw WrongUse.of(spec, "LIMIT_WRONG");
        }
    }

    private UnaryOperator<RedriveRecord> mend() {
        byte[] mendedKey = key == null ? null : key.getBytes(UTF_8);
        byte[] mendedValue = value == null ? null : read(value);
        return record -> {
            RedriveRecord mended = mendedKey == null ? record : record.withKey(mendedKey);
            mended = mendedValue == null ? mended : mended.withValue(mendedValue);
            for (String name : withoutHeaders) {
                mended = mended.withoutHeader(name);
            }
            return mended;
        };
    }

    private byte[] read(Path file) {
        try {
            if (Files.size(file) <= Topics.LARGEST_RECORD_BYTES) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw unusable(file, e.toString(), e);
        }
        throw unusable(file, "too large", null);
    }

    private ParameterException unusable(Path file, String why, @Nullable IOException cause) {
        return WrongUse.because(cause, spec, "VALUE_UNUSABLE", file, why, Topics.LARGEST_RECORD_BYTES);
    }
}
