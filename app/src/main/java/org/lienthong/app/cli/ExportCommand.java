package org.lienthong.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.database.ReportDatabase;
import org.lienthong.reporting.export.ExportFormat;
import org.lienthong.reporting.export.Exporter;
import org.lienthong.reporting.export.Report;
import org.lienthong.reporting.export.ReportQuery;
import org.lienthong.reporting.export.WrongFilterException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a whole report to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Xuất báo cáo ra CSV, XLSX, Parquet / Export a report as CSV, XLSX or Parquet",
        description = {
            "",
            "Reads the report database of the running platform. Reports and their filters: docs/how-to/follow-and-export.md",
            "For example:  lienthong export dossiers unit=25000 status=RETURNED --format xlsx"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "REPORT", description = "dossiers, units, receipts, …")
    private String report = "";

    @Parameters(index = "1..*", paramLabel = "FILTER=VALUE", description = "What the report is narrowed by")
    private Map<String, String> filters = new TreeMap<>();

    @Option(names = "--format", description = "csv, xlsx or parquet (default: csv)")
    private ExportFormat format = ExportFormat.CSV;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to (default: lienthong-REPORT.FORMAT here)")
    private @Nullable Path out;

    /** The result as a program reads it. */
    private record Exported(String file, long rows) {}

    @Override
    public Integer call() throws IOException {
        Report wanted = Report.of(report)
                .orElseThrow(() -> WrongUse.of(
                        spec,
                        "REPORT_UNKNOWN",
                        report,
                        Arrays.stream(Report.values()).map(Report::id).collect(Collectors.joining(", "))));
        Console console = common.console();
        Path file = out == null ? Path.of("lienthong-" + wanted.id() + "." + format.extension()) : out;
        long rows = write(wanted, file.toAbsolutePath());
        console.printJson(new Exported(file.toString(), rows));
        console.print(console.text("export.done", file, console.number(rows)));
        return ExitStatus.DONE;
    }

    /** What is not complete has another name. */
    private long write(Report wanted, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (ReportDatabase database = ReportDatabase.open(settings.database())) {
            ReportQuery.Statement statement =
                    new ReportQuery(database.dataSource(), settings.clock()).statement(wanted, filters);
            long rows;
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                rows = new Exporter(database.dataSource()).export(statement, format, () -> stream);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (WrongFilterException e) {
            throw WrongUse.because(e, spec, e.kind().name(), e.name(), e.value(), e.expected());
        } catch (SQLException e) {
            throw new PlatformException("DATABASE_TROUBLE", e, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
