package org.lienthong.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line: {@code lienthong --help}. */
@Command(
        name = "lienthong",
        mixinStandardHelpOptions = true,
        version = "Liên Thông 0.1.0",
        header = "Liên Thông: trao đổi dữ liệu giữa các cơ quan, trên Apache Kafka",
        description = {
            "",
            "Event streaming for e-government data exchange: agencies publish what happened to dossiers and permits,",
            "everybody reads one synchronized record per dossier and one living set of figures per unit.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 done; 1 done, but something did not pass (see the output);",
            "2 wrong use or settings; 3 the platform cannot run or be reached.",
            "",
            "Start with:  lienthong demo"
        },
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            ServeCommand.class,
            QuarantineCommand.class,
            UnitsCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            DigestCommand.class,
            ExportCommand.class,
            HelpCommand.class
        },
        usageHelpAutoWidth = true)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its error handling, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new ErrorReport());
    }
}
