package org.lienthong.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.runtime.topics.TopicPlan;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings the topics of a cluster in line with the catalogue. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        header = "Kiểm tra và tạo các topic của danh mục / Compare and create the topics of the catalogue",
        subcommands = {TopicsCommand.Plan.class, TopicsCommand.Apply.class, TopicSizesCommand.class})
final class TopicsCommand {

    @Command(
            name = "plan",
            mixinStandardHelpOptions = true,
            header = "Nêu những gì sẽ thay đổi, không thay đổi gì / Say what would change; change nothing")
    static final class Plan implements Callable<Integer> {

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Override
        public Integer call() {
            return provision(common, false);
        }
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            header = "Tạo và chỉnh các topic / Create and configure the topics")
    static final class Apply implements Callable<Integer> {

        @Mixin
        private CommonOptions common = new CommonOptions();

        @Option(names = "--dry-run", description = "Same as topics plan")
        private boolean dryRun;

        @Override
        public Integer call() {
            return provision(common, !dryRun);
        }
    }

    private static int provision(CommonOptions common, boolean apply) {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (TopicProvisioner provisioner =
                new TopicProvisioner(settings.kafka(), settings.topics().replicationFactor())) {
            TopicPlan plan = provisioner.plan(Topics.all());
            show(console, plan);
            if (apply && plan.conflicts().isEmpty()) {
                provisioner.apply(plan);
            }
            return plan.conflicts().isEmpty() ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
        }
    }

    private static void show(Console console, TopicPlan plan) {
        console.printJson(plan);
        if (plan.isEmpty()) {
            console.print(console.text("topics.nothing"));
            return;
        }
        Table table = new Table(List.of(console.text("topics.topic"), console.text("topics.change")));
        plan.create().forEach(t -> table.row(t.name(), console.text("topics.create", t.partitions(), t.settings())));
        plan.configure().forEach((name, settings) -> table.row(name, console.text("topics.configure", settings)));
        console.print(table.toString());
        plan.conflicts().forEach(console::print);
    }
}
