package org.lienthong.benchmarks;

import org.lienthong.benchmarks.engines.EnginesCommand;
import org.lienthong.benchmarks.engines.InstancesCommand;
import org.lienthong.benchmarks.engines.RecoveryCommand;
import org.lienthong.benchmarks.micro.MicroCommand;
import org.lienthong.benchmarks.reading.ReadingCommand;
import org.lienthong.benchmarks.sink.SinkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
