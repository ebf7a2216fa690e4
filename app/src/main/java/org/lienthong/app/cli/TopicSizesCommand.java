package org.lienthong.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.outcome.StorageBalance;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.runtime.streams.StateDirectory;
import org.lienthong.runtime.topics.TopicScan;
import org.lienthong.runtime.topics.TopicSizes;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What topics and state take. */
@Command(
        name = "sizes",
        mixinStandardHelpOptions = true,
        header = "Dung lượng của topic và trạng thái / What topics and state take on disk",
        description = {
            "",
            "Bytes of every topic of the catalogue and every changelog as they lie on disk; what that is per input event",
            "and per dossier for inputs, outputs and changelogs; and the local state of the jobs, where it is on this",
            "machine."
        })
final class TopicSizesCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    /**
     * The result as a program reads it.
     *
     * @param events that came in
     * @param dossiers that have a record
     */
    private record Report(List<Size> topics, long events, long dossiers, List<StorageBalance.Line> totals) {}

    @Override
    public Integer call() {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (TopicSizes sizes = new TopicSizes(settings.kafka());
                TopicScan scan = new TopicScan(settings.kafka())) {
            List<Size> topics = sizes.of(Topics.all());
            StorageBalance balance = StorageBalance.of(topics, scan.countKeys(Topics.DOSSIER_RECORDS));
            List<StorageBalance.Line> totals = balance.totals(StateDirectory.bytes(settings.stateDirectory()));
            console.printJson(new Report(topics, balance.events(), balance.dossiers(), totals));
            console.print(topics(topics, balance, console).toString());
            console.print(totals(totals, console).toString());
            return ExitStatus.DONE;
        }
    }

    private static Table topics(List<Size> topics, StorageBalance balance, Console console) {
        Table table = new Table(List.of(
                console.text("topics.topic"),
                console.text("sizes.partitions"),
                console.text("sizes.records"),
                console.text("sizes.bytes"),
                console.text("sizes.perRecord"),
                console.text("sizes.perEvent"),
                console.text("sizes.perDossier")));
        topics.forEach(topic -> table.row(
                topic.topic(),
                console.number(topic.partitions()),
                console.number(topic.records()),
                console.number(topic.bytes()),
                console.decimal(topic.bytesPerRecord()),
                console.decimal(balance.perEvent(topic.bytes())),
                console.decimal(balance.perDossier(topic.bytes()))));
        return table;
    }

    private static Table totals(List<StorageBalance.Line> totals, Console console) {
        Table table = new Table(List.of(
                console.text("sizes.what"),
                console.text("sizes.bytes"),
                console.text("sizes.perEvent"),
                console.text("sizes.perDossier")));
        totals.forEach(line -> table.row(
                console.text("sizes." + line.what()),
                console.number(line.bytes()),
                console.decimal(line.perEvent()),
                console.decimal(line.perDossier())));
        return table;
    }
}
