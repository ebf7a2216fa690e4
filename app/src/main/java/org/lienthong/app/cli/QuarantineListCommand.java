package org.lienthong.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.quarantine.QuarantineStore;
import org.lienthong.app.quarantine.QuarantineText;
import org.lienthong.reporting.quarantine.QuarantineEntry;
import org.lienthong.reporting.quarantine.QuarantineFilter;
import org.lienthong.reporting.quarantine.QuarantinePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was set aside, the longest waiting first, without its content. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "Liệt kê bản ghi cách ly, chờ lâu nhất trước / List quarantined records, the longest waiting first")
final class QuarantineListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private QuarantineFilterOptions which = new QuarantineFilterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE})")
    private int limit = 50;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw WrongUse.of(spec, "LIMIT_WRONG");
        }
        QuarantineFilter filter = which.filter(spec);
        Console console = common.console();
        try (QuarantineStore store =
                QuarantineStore.open(common.settingsOfRunningPlatform().database())) {
            show(console, store.list(filter, null, limit));
            return ExitStatus.DONE;
        }
    }

    private static void show(Console console, QuarantinePage page) {
        console.printJson(page);
        if (page.records().isEmpty()) {
            console.print(console.text("quarantine.none"));
            return;
        }
        Table table = new Table(List.of(
                console.text("quarantine.origin"),
                console.text("quarantine.reason"),
                console.text("quarantine.agency"),
                console.text("quarantine.dossier"),
                console.text("quarantine.time"),
                console.text("quarantine.state")));
        for (QuarantineEntry entry : page.records()) {
            table.row(
                    entry.origin(),
                    QuarantineText.cell(entry.reason()),
                    QuarantineText.cell(entry.agencyId()),
                    QuarantineText.cell(entry.dossierCode()),
                    QuarantineText.time(entry.recordedAt()),
                    QuarantineText.state(console, entry));
        }
        console.print(table.toString());
        if (page.next() != null) {
            console.say("quarantine.more");
        }
    }
}
