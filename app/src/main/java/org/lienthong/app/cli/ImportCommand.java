package org.lienthong.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.ProgressCount;
import org.lienthong.app.console.Table;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.outcome.SummaryTable;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.Platform;
import org.lienthong.producers.eventlog.EventLogImporter;
import org.lienthong.producers.eventlog.ImportResult;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.publish.EventPublisher;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes an event log as dossier events. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        header = "Nạp nhật ký sự kiện CSV hoặc XES / Import an event log, CSV or XES, plain or gzipped",
        description = {
            "",
            "Publishes every row of FILE as a dossier event, as MAPPING says, to the platform that runs on the data",
            "directory (demo or serve --embedded) or to the cluster of --config. Rows that do not fit are kept in a reject",
            "file with their reason. Importing a file again changes nothing.",
            ""
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The event log")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            required = true,
            description = "What its columns and activities mean")
    private Path mappingFile = Path.of("");

    @Option(
            names = "--embedded",
            description = "Bring the platform up on the data directory, import, wait for every outcome, and end")
    private boolean embedded;

    @Option(
            names = "--reject-dir",
            paramLabel = "DIR",
            description = "Where rejected rows are kept (default: DATA-DIR/rejects)")
    private @Nullable Path rejectDirectory;

    @Override
    public Integer call() throws InterruptedException {
        Console console = common.console();
        LogMapping mapping = LogMapping.read(mappingFile);
        return embedded ? importEmbedded(console, mapping) : importIntoRunning(console, mapping);
    }

    private int importIntoRunning(Console console, LogMapping mapping) {
        var settings = common.settingsOfRunningPlatformOrRefuse();
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            ImportResult result = publish(console, mapping, settings.kafka(), registry);
            console.printJson(Report.of(result, null));
            show(console, result);
            return status(result, true);
        }
    }

    private int importEmbedded(Console console, LogMapping mapping) throws InterruptedException {
        console.say("start.begin", common.dataDirectory());
        try (StopSignal stop = StopSignal.interruptingThisThread();
                EmbeddedPlatform started = EmbeddedPlatform.start(
                        common.dataDirectory(), common.settings(), settings -> settings.set("0", "http", "port"))) {
            Platform platform = started.platform();
            ImportResult result = publish(console, mapping, platform.settings().kafka(), platform.registry());
            console.say("demo.draining");
            boolean drained = new DrainWait(platform, PATIENCE).await(() -> true);
            Snapshot snapshot = Snapshot.read(platform.database().dataSource());
            console.printJson(Report.of(result, snapshot));
            console.print(SummaryTable.of(snapshot.summary(), console));
            show(console, result);
            if (!drained) {
                console.say("import.incomplete");
            }
            return status(result, drained);
        }
    }

    private ImportResult publish(
            Console console, LogMapping mapping, KafkaSettings kafka, SchemaRegistryClient registry) {
        Path rejects = rejectDirectory == null ? common.dataDirectory().resolve("rejects") : rejectDirectory;
        new ReferenceLoader(kafka, registry).load(mapping.referenceData());
        try (EventPublisher publisher = new EventPublisher(kafka, registry);
                ProgressCount progress = console.count("import.reading", file.getFileName())) {
            return new EventLogImporter(mapping, publisher).importFile(file, rejects, progress::update);
        }
    }

    /**
     * The result as a program reads it.
     *
     * @param result what the platform holds now; null when it was not waited for
     */
    private record Report(
            long read,
            long published,
            long rejected,
            long derived,
            long dossiers,
            @Nullable String rejectFile,
            @Nullable String stopped,
            @Nullable Snapshot result) {

        static Report of(ImportResult result, @Nullable Snapshot snapshot) {
            return new Report(
                    result.read(),
                    result.published(),
                    result.rejected(),
                    result.derived(),
                    result.dossiers(),
                    result.rejectFile().map(Path::toString).orElse(null),
                    result.stopped().map(Object::toString).orElse(null),
                    snapshot);
        }
    }

    private static void show(Console console, ImportResult result) {
        Table table = new Table(List.of(console.text("import.what"), console.text("import.count")));
        table.row(console.text("import.read"), console.number(result.read()));
        table.row(console.text("import.published"), console.number(result.published()));
        table.row(console.text("import.rejected"), console.number(result.rejected()));
        table.row(console.text("import.derived"), console.number(result.derived()));
        table.row(console.text("import.dossiers"), console.number(result.dossiers()));
        console.print(table.toString());
        result.rejectFile().ifPresent(rejects -> console.say("import.rejects", rejects));
        result.stopped().ifPresent(problem -> console.say("PROBLEM", problem));
    }

    private static int status(ImportResult result, boolean drained) {
        return result.isComplete() && drained ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
    }
}
