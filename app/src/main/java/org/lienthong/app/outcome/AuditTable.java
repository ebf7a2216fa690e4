package org.lienthong.app.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.reporting.audit.AuditReport;
import org.lienthong.reporting.audit.AuditReport.Partition;
import org.lienthong.reporting.audit.Finding;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.Outcome;

/** An audit as a person reads it: the balance of each input partition, then what does not add up. */
public final class AuditTable {

    private static final int SHOWN_PER_KIND = 20;

    private AuditTable() {}

    public static String of(AuditReport report, Console console) {
        StringBuilder text = new StringBuilder(balance(report, console)).append('\n');
        text.append(
                console.text("audit.records", console.number(report.dossiers()), console.number(report.inFlight())));
        if (report.passed()) {
            return text.append('\n').append(console.text("audit.passed")).toString();
        }
        Map<Kind, List<Finding>> byKind = report.findings().stream().collect(Collectors.groupingBy(Finding::kind));
        byKind.forEach((kind, findings) -> {
            text.append("\n\n").append(console.text("audit." + kind, console.number(findings.size())));
            findings.stream()
                    .limit(SHOWN_PER_KIND)
                    .forEach(finding -> text.append("\n  ")
                            .append(finding.where())
                            .append("  ")
                            .append(finding.detail()));
        });
        return text.toString();
    }

    private static String balance(AuditReport report, Console console) {
        List<String> head = new ArrayList<>(List.of(console.text("audit.input"), console.text("audit.read")));
        for (Outcome outcome : Outcome.values()) {
            head.add(console.text("outcome." + outcome));
        }
        head.add(console.text("audit.ledger"));
        Table table = new Table(head);
        for (Partition partition : report.partitions()) {
            List<String> row = new ArrayList<>(
                    List.of(partition.topic() + "-" + partition.partition(), console.number(partition.read())));
            for (Outcome outcome : Outcome.values()) {
                row.add(console.number(partition.outcomes().getOrDefault(outcome, 0L)));
            }
            row.add(partition.ledger() < 0 ? "-" : console.number(partition.ledger()));
            table.row(row.toArray(String[]::new));
        }
        return table.toString();
    }
}
