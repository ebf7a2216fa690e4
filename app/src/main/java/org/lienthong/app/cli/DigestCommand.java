package org.lienthong.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.digest.Digest;
import org.lienthong.reporting.digest.TopicDigests;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Fingerprints of the results. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        header = "Dấu vân tay của bản ghi và số liệu / Fingerprints of records and figures",
        description = {
            "",
            "Counts the latest records and figures and prints a digest of each that does not depend on their order: two",
            "runs over the same events print the same."
        })
final class DigestCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The result as a program reads it. */
    private record Digests(Digest records, Digest statistics) {}

    @Override
    public Integer call() {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            TopicDigests topics = new TopicDigests(settings.kafka(), registry);
            Digests digests = new Digests(topics.records(), topics.statistics());
            console.printJson(digests);
            Table table = new Table(
                    List.of(console.text("digest.what"), console.text("digest.count"), console.text("digest.sha256")));
            row(table, console, "digest.records", digests.records);
            row(table, console, "digest.statistics", digests.statistics);
            console.print(table.toString());
            return ExitStatus.DONE;
        }
    }

    private static void row(Table table, Console console, String name, Digest digest) {
        table.row(console.text(name), console.number(digest.count()), digest.sha256());
    }
}
