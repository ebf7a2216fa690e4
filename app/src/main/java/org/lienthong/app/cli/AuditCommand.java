package org.lienthong.app.cli;

import java.util.concurrent.Callable;
import org.lienthong.app.console.Console;
import org.lienthong.app.outcome.AuditTable;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.reporting.audit.AuditReport;
import org.lienthong.reporting.audit.TopicAudit;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Proves from the topics that nothing was lost. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "Đối soát: mọi sự kiện có đúng một kết quả / Prove that every event has its one outcome",
        description = {
            "",
            "Reads events, receipts, ledger, records and quarantine from their topics, beside the work that goes on, and",
            "proves: records read = sum of their outcomes = the ledger; every receipt has its event, every quarantined",
            "record its receipt, every record its events. With a gap: exit status 1, and the exact topic-partition-offsets",
            "(20 of each kind; all of them with --json)."
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws InterruptedException {
        Console console = common.console();
        PlatformSettings settings = common.settingsOfRunningPlatform();
        try (SchemaRegistryClient registry = new HttpSchemaRegistryClient(settings.registrySettings())) {
            AuditReport report = new TopicAudit(settings.kafka(), registry).run();
            console.printJson(report);
            console.print(AuditTable.of(report, console));
            return report.passed() ? ExitStatus.DONE : ExitStatus.NOT_PASSED;
        }
    }
}
