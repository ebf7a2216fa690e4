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
import picocli.CommandLine.TypeConversionException;

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
                .registerConverter(int.class, Main::count)
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    /** Every number that a command takes says how many of something. */
    private static int count(String value) {
        try {
            int count = Integer.parseInt(value);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // as the others that are no count
        }
        throw new TypeConversionException("'" + value + "' is no number from 1 on");
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
