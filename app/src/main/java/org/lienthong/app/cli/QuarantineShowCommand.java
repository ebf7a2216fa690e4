package org.lienthong.app.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.app.quarantine.EventView;
import org.lienthong.app.quarantine.PrivateFile;
import org.lienthong.app.quarantine.QuarantineStore;
import org.lienthong.app.quarantine.QuarantineText;
import org.lienthong.reporting.quarantine.Payload;
import org.lienthong.reporting.quarantine.QuarantineEntry;
import org.lienthong.reporting.quarantine.QuarantineEntry.Redrive;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.ReceiptMessages;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about one quarantined record but the personal data in it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Xem một bản ghi cách ly, không có dữ liệu cá nhân / Show one record, without personal data")
final class QuarantineShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "RECORD", description = "TOPIC-PARTITION-OFFSET, as list shows it")
    private String record = "";

    @Option(
            names = "--payload",
            paramLabel = "FILE",
            description = "Write the original value to FILE, which you alone may read; it may hold personal data")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Origin origin = WrongUse.originOrRefuse(spec, record);
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (QuarantineStore store = QuarantineStore.open(settings.database());
                SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            Optional<QuarantineEntry> entry = store.find(origin);
            if (entry.isEmpty()) {
                console.say("NOT_IN_QUARANTINE", record);
                return ExitStatus.NOT_PASSED;
            }
            Optional<Payload> payload = store.payload(origin);
            show(console, Report.of(origin, entry.get(), payload, store.redrives(entry.get()), registry));
            return file == null ? ExitStatus.DONE : write(console, payload, file);
        }
    }

    /**
     * The record as a program reads it.
     *
     * @param headers names only
     * @param valueBytes null: no value, or erased
     * @param redrives receipts of everything that was sent again for this event
     * @param event without personal data; null: it cannot be read, see {@code unreadable}
     */
    private record Report(
            @JsonUnwrapped QuarantineEntry entry,
            ReceiptMessages.Message message,
            List<String> headers,
            @Nullable Integer valueBytes,
            List<Redrive> redrives,
            @Nullable Map<String, @Nullable Object> event,
            @Nullable String unreadable) {

        static Report of(
                Origin origin,
                QuarantineEntry entry,
                Optional<Payload> payload,
                List<Redrive> redrives,
                SchemaRegistryClient registry) {
            ReceiptMessages.Message message = ReceiptMessages.of(entry.reason());
            if (payload.isEmpty()) {
                return new Report(entry, message, List.of(), null, redrives, null, "ERASED");
            }
            byte[] value = payload.get().value();
            EventView view = EventView.of(origin, payload.get(), registry);
            return new Report(
                    entry,
                    message,
                    payload.get().headers().keySet().stream().sorted().toList(),
                    value == null ? null : value.length,
                    redrives,
                    view.event(),
                    view.unreadable());
        }
    }

    private static void show(Console console, Report report) {
        console.printJson(report);
        QuarantineEntry entry = report.entry();
        line(console, "quarantine.origin", entry.origin());
        line(console, "quarantine.state", QuarantineText.state(console, entry));
        line(console, "quarantine.reason", entry.reason());
        console.print("  " + report.message().vi());
        console.print("  " + report.message().en());
        line(console, "quarantine.detail", entry.detail());
        line(console, "quarantine.dossier", entry.dossierCode());
        line(console, "quarantine.eventId", entry.eventId());
        line(console, "quarantine.agency", entry.agencyId());
        line(console, "quarantine.source", entry.sourceSystem());
        line(console, "quarantine.time", QuarantineText.time(entry.recordedAt()));
        line(console, "quarantine.by", entry.quarantinedBy());
        if (!entry.first().equals(entry.origin())) {
            line(console, "quarantine.first", entry.first());
        }
        line(console, "quarantine.headers", String.join(", ", report.headers()));
        line(console, "quarantine.size", size(console, report.valueBytes()));
        line(console, "quarantine.event", event(console, report));
        redrives(console, report.redrives());
    }

    private static void line(Console console, String label, @Nullable String text) {
        console.print(console.text(label) + ": " + QuarantineText.printable(text));
    }

    private static @Nullable String size(Console console, @Nullable Integer bytes) {
        return bytes == null ? null : console.text("quarantine.size.bytes", console.number(bytes));
    }

    private static String event(Console console, Report report) {
        return report.event() == null
                ? console.text("quarantine.event.unreadable", String.valueOf(report.unreadable()))
                : Console.json(report.event());
    }

    private static void redrives(Console console, List<Redrive> redrives) {
        if (redrives.isEmpty()) {
            return;
        }
        console.print(console.text("quarantine.redrives"));
        Table table = new Table(List.of(
                console.text("quarantine.origin"),
                console.text("quarantine.outcome"),
                console.text("quarantine.code"),
                console.text("quarantine.version")));
        for (Redrive redrive : redrives) {
            table.row(
                    redrive.origin(),
                    redrive.outcome(),
                    QuarantineText.cell(redrive.code()),
                    console.number(redrive.recordVersion()));
        }
        console.print(table.toString());
    }

    private int write(Console console, Optional<Payload> payload, Path target) {
        if (payload.isEmpty()) {
            console.say("quarantine.payload.erased");
            return ExitStatus.NOT_PASSED;
        }
        byte[] value = payload.get().value();
        if (value == null) {
            console.say("PAYLOAD_EMPTY", record);
            return ExitStatus.NOT_PASSED;
        }
        try {
            PrivateFile.write(target, value);
        } catch (IOException e) {
            throw WrongUse.because(e, spec, "PAYLOAD_UNWRITABLE", target, e.toString());
        }
        console.say("quarantine.payload.written", console.number(value.length), target);
        return ExitStatus.DONE;
    }
}
