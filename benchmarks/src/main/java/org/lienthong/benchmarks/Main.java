package org.lienthong.benchmarks;

import org.lienthong.benchmarks.engines.EnginesCommand;
import org.lienthong.benchmarks.engines.InstancesCommand;
import org.lienthong.benchmarks.engines.RecoveryCommand;
import org.lienthong.benchmarks.micro.MicroCommand;
import org.lienthong.benchmarks.reading.ReadingCommand;
import org.lienthong.benchmarks.sink.SinkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** {@code ./lienthong bench …} */
@Command(
        name = "lienthong bench",
        description = "Measures what the documents claim.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EnginesCommand.class,
            RecoveryCommand.class,
            InstancesCommand.class,
            MicroCommand.class,
            ReadingCommand.class,
            SinkCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    /** What was asked for is not there to be had: that needs no stack trace. */
    private static int explain(Exception problem, CommandLine command, ParseResult asked) throws Exception {
        if (problem instanceof IllegalArgumentException) {
            command.getErr().println(problem.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        throw problem;
    }
}
