package org.lienthong.app.cli;

import picocli.CommandLine.Command;

/** Work on what was set aside: find it, look at it, send it again. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        header = "Xem và gửi lại các bản ghi cách ly / Look at quarantined records and send them again",
        description = {"", "See docs/how-to/work-the-quarantine.md.", ""},
        subcommands = {QuarantineListCommand.class, QuarantineShowCommand.class, QuarantineRedriveCommand.class})
final class QuarantineCommand {}
