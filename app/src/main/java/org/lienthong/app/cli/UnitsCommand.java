package org.lienthong.app.cli;

import picocli.CommandLine.Command;

/** Work on the map of units. */
@Command(
        name = "units",
        mixinStandardHelpOptions = true,
        header = "Nạp và xem các đơn vị hành chính theo thời gian / Load and list the dated units",
        description = {"", "See docs/how-to/load-units.md.", ""},
        subcommands = {UnitsLoadCommand.class, UnitsListCommand.class})
final class UnitsCommand {}
