package org.lienthong.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.outcome.StorageBalance;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.digest.TopicDigests;
import org.lienthong.runtime.topics.TopicSizes;
import org.lienthong.runtime.topics.TopicSizes.Size;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What topics and state take. */
@Command(
        name = "sizes",
        mixinStandardHelpOptions = true,
        header = "Dung lượng của topic và trạng thái / What topics and state take on disk",
        description = {
            "",
            "Bytes of every topic as it lies on disk, and what that is per input event and per dossier for inputs,",
            "outputs and changelogs; and of the local state of the jobs, where it is on this machine."
        })
final class TopicSizesCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The result as a program reads it. */
    private record Report(List<Size> topics, List<StorageBalance.Line> balance) {}

    @Override
    public Integer call() {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (TopicSizes sizes = new TopicSizes(settings.kafka());
                SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            List<Size> topics = sizes.all();
            long dossiers =
                    new TopicDigests(settings.kafka(), registry).records().count();
            List<StorageBalance.Line> balance =
                    StorageBalance.of(topics, dossiers, stateBytes(settings.stateDirectory()));
            console.printJson(new Report(topics, balance));
            console.print(topics(topics, console).toString());
            console.print(balance(balance, console).toString());
            return ExitStatus.DONE;
        }
    }

    private static Table topics(List<Size> topics, Console console) {
        Table table = new Table(List.of(
                console.text("topics.topic"),
                console.text("sizes.partitions"),
                console.text("sizes.offsets"),
                console.text("sizes.bytes"),
                console.text("sizes.bytesPerOffset")));
        topics.forEach(topic -> table.row(
                topic.topic(),
                console.number(topic.partitions()),
                console.number(topic.offsets()),
                console.number(topic.bytes()),
                decimal(topic.bytesPerOffset())));
        return table;
    }

    private static Table balance(List<StorageBalance.Line> balance, Console console) {
        Table table = new Table(List.of(
                console.text("sizes.what"),
                console.text("sizes.bytes"),
                console.text("sizes.perEvent"),
                console.text("sizes.perDossier")));
        balance.forEach(line -> table.row(
                console.text("sizes." + line.what()),
                console.number(line.bytes()),
                decimal(line.perEvent()),
                decimal(line.perDossier())));
        return table;
    }

    private static long stateBytes(Path directory) {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
        // Files come and go while the jobs work.
        return files.stream().map(Path::toFile).mapToLong(file -> file.length()).sum();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
