package org.lienthong.app.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.runtime.records.TopicReader;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the units that have been published. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "Liệt kê các đơn vị hành chính đã nạp / List the units that have been loaded")
final class UnitsListCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Comparator<Unit> BY_LEVEL_CODE_TIME =
            Comparator.comparing(Unit::getLevel).thenComparing(Unit::getCode).thenComparing(Unit::getValidFrom);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "Only units valid on this day, such as 2025-07-01 (default: of all times)")
    private @Nullable LocalDate on;

    @Override
    public Integer call() {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatformOrRefuse();
        List<Line> lines;
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            Deserializer<Unit> units =
                    new AvroSerdes(registry, false).of(Topics.REF_UNITS).deserializer();
            String topic = Topics.REF_UNITS.name();
            lines = new TopicReader(settings.kafka(), PATIENCE)
                    .latest(topic).stream()
                            .map(record -> units.deserialize(topic, record.headers(), record.value()))
                            .filter(this::isAskedFor)
                            .sorted(BY_LEVEL_CODE_TIME)
                            .map(Line::of)
                            .toList();
        }
        console.printJson(lines);
        show(console, lines);
        return ExitStatus.DONE;
    }

    /** A unit as a program reads it. */
    private record Line(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UnitLevel level,
            String name,
            @Nullable String parent,
            List<String> successors,
            List<String> members) {

        static Line of(Unit unit) {
            return new Line(
                    unit.getCode(),
                    unit.getValidFrom(),
                    unit.getValidTo(),
                    unit.getLevel(),
                    unit.getName(),
                    unit.getParentCode(),
                    unit.getSuccessors().stream().map(Successor::getCode).toList(),
                    unit.getMembers());
        }
    }

    private boolean isAskedFor(Unit unit) {
        return on == null
                || !on.isBefore(unit.getValidFrom()) && (unit.getValidTo() == null || !on.isAfter(unit.getValidTo()));
    }

    private static void show(Console console, List<Line> lines) {
        Table table = Table.toTheLeft(List.of(
                console.text("units.level"),
                console.text("units.code"),
                console.text("units.name"),
                console.text("units.from"),
                console.text("units.to"),
                console.text("units.parent"),
                console.text("units.successors")));
        for (Line line : lines) {
            table.row(
                    console.text("level." + line.level()),
                    line.code(),
                    line.name(),
                    line.validFrom().toString(),
                    line.validTo() == null ? "" : line.validTo().toString(),
                    line.parent() == null ? "" : line.parent(),
                    String.join(" ", line.successors()));
        }
        console.print(table.toString());
    }
}
