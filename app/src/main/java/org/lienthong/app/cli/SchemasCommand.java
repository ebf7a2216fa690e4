package org.lienthong.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares the schemas of the catalogue with a registry, and registers them. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        header = "Kiểm tra và đăng ký các lược đồ / Check and register the schemas",
        subcommands = {SchemasCommand.Check.class, SchemasCommand.Register.class})
final class SchemasCommand {

    /**
     * One subject.
     *
     * @param problems why the schema may not follow the versions that the registry has
     */
    record Finding(String subject, boolean registered, List<String> problems) {}

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            header = "So với sổ đăng ký, không thay đổi gì / Compare with the registry; change nothing")
    static final class Check implements Callable<Integer> {

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Override
        public Integer call() {
            return run(common, false);
        }
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            header = "Đăng ký các lược đồ còn thiếu / Register the schemas that are missing")
    static final class Register implements Callable<Integer> {

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Override
        public Integer call() {
            return run(common, true);
        }
    }

    private static int run(CommonOptions common, boolean register) {
        Console console = common.console();
        try (SchemaRegistryClient registry =
                new HttpSchemaRegistryClient(common.settingsOfRunningPlatform().registrySettings())) {
            List<Finding> findings = new ArrayList<>();
            for (Topic<?> topic : Topics.all()) {
                findings.add(examine(registry, topic, register));
            }
            console.printJson(findings);
            console.print(table(console, findings).toString());
            return findings.stream().allMatch(f -> f.problems().isEmpty()) ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
        }
    }

    private static Finding examine(SchemaRegistryClient registry, Topic<?> topic, boolean register) {
        List<String> problems = registry.incompatibilities(topic.valueSubject(), topic.schema());
        if (register && problems.isEmpty()) {
            registry.register(topic.valueSubject(), topic.schema());
        }
        return new Finding(
                topic.valueSubject(), registry.latest(topic.valueSubject()).isPresent(), problems);
    }

    private static Table table(Console console, List<Finding> findings) {
        Table table = new Table(List.of(console.text("schemas.subject"), console.text("schemas.state")));
        for (Finding finding : findings) {
            String state = !finding.problems().isEmpty()
                    ? console.text("schemas.incompatible", finding.problems())
                    : console.text(finding.registered() ? "schemas.registered" : "schemas.missing");
            table.row(finding.subject(), state);
        }
        return table;
    }
}
