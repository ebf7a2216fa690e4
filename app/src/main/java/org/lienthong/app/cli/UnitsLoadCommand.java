package org.lienthong.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.units.UnitsFile;
import org.lienthong.producers.units.UnitsRefusedException;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes dated units: a reorganisation is data. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        header = "Nạp đơn vị hành chính từ tệp YAML hoặc bảng chuyển đổi CSV / Load units from YAML or a crosswalk CSV",
        description = {
            "",
            "Publishes the units of FILE to the platform that runs on the data directory (demo or serve --embedded) or to",
            "the cluster of --config. A file with a mistake is refused as a whole: everything that is wrong is listed,",
            "nothing is published, exit status 2. Loading a file again changes nothing.",
            ""
        })
final class UnitsLoadCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "YAML, or the crosswalk as CSV, plain or gzipped")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Read and check; publish nothing, and no platform need run")
    private boolean dryRun;

    @Override
    public Integer call() {
        Console console = common.console();
        List<Unit> units;
        try {
            units = UnitsFile.read(file);
        } catch (UnitsRefusedException e) {
            refuse(console, e.problems());
            return ExitStatus.WRONG_USE;
        }
        if (!dryRun) {
            publish(units);
        }
        show(console, units);
        return ExitStatus.DONE;
    }

    private void publish(List<Unit> units) {
        PlatformSettings settings = common.settingsOfRunningPlatformOrRefuse();
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            new ReferenceLoader(settings.kafka(), registry).load(new ReferenceData(units, List.of(), List.of()));
        }
    }

    /**
     * The result as a program reads it.
     *
     * @param published 0 with {@code dryRun}, and where there are problems
     */
    private record Report(boolean dryRun, long published, List<Count> units, List<Refusal> problems) {}

    /** @param current still valid, as far as the file says */
    private record Count(UnitLevel level, long ended, long current) {

        static Count of(UnitLevel level, List<Unit> units) {
            List<Unit> there =
                    units.stream().filter(unit -> unit.getLevel() == level).toList();
            long current =
                    there.stream().filter(unit -> unit.getValidTo() == null).count();
            return new Count(level, there.size() - current, current);
        }
    }

    private record Refusal(String code, String message, String messageEn) {

        static Refusal of(Problem problem) {
            return new Refusal(
                    problem.code().name(), problem.message(Problem.VIETNAMESE), problem.message(Locale.ENGLISH));
        }
    }

    private void refuse(Console console, List<Problem> problems) {
        console.printJson(new Report(
                dryRun, 0, List.of(), problems.stream().map(Refusal::of).toList()));
        problems.forEach(problem -> console.say("PROBLEM", problem));
        console.say("units.refused", console.number(problems.size()), file);
    }

    private void show(Console console, List<Unit> units) {
        List<Count> counts = Arrays.stream(UnitLevel.values())
                .map(level -> Count.of(level, units))
                .filter(count -> count.ended() + count.current() > 0)
                .toList();
        console.printJson(new Report(dryRun, dryRun ? 0 : units.size(), counts, List.of()));
        Table table = new Table(
                List.of(console.text("units.level"), console.text("units.ended"), console.text("units.current")));
        counts.forEach(count -> table.row(
                console.text("level." + count.level()),
                console.number(count.ended()),
                console.number(count.current())));
        console.print(table.toString());
        console.print(console.text(dryRun ? "units.sound" : "units.published", console.number(units.size())));
    }
}
