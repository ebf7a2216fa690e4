package org.lienthong.app.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.reporting.audit.AuditReport;
import org.lienthong.reporting.audit.AuditReport.Partition;
import org.lienthong.reporting.audit.AuditReport.Result;
import org.lienthong.reporting.audit.Finding;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.Outcome;

/** An audit as a person reads it: the balance of each input partition, what was proven, what does not add up. */
public final class AuditTable {

    private static final int SHOWN_PER_KIND = 20;

    private AuditTable() {}

    /** All of it. */
    public static String of(AuditReport report, Console console) {
        return String.join(
                System.lineSeparator(),
                balance(report, console),
                proofs(report, console),
                console.text("audit.inFlight", console.number(report.inFlight())),
                findings(report, console));
    }

    /** The balance of each input partition. */
    public static String balance(AuditReport report, Console console) {
        List<String> heading = new ArrayList<>(List.of(console.text("audit.input"), console.text("audit.read")));
        for (Outcome outcome : Outcome.values()) {
            heading.add(console.text("outcome." + outcome));
        }
        heading.add(console.text("audit.ledger"));
        heading.add(console.text("audit.waiting"));
        heading.add(console.text("audit.gaps"));
        Table table = new Table(heading);
        for (Partition partition : report.partitions()) {
            List<String> row = new ArrayList<>(
                    List.of(partition.topic() + "-" + partition.partition(), console.number(partition.read())));
            for (Outcome outcome : Outcome.values()) {
                row.add(console.number(partition.outcomes().getOrDefault(outcome, 0L)));
            }
            row.add(partition.ledger() < 0 ? "-" : console.number(partition.ledger()));
            row.add(console.number(partition.waiting()));
            row.add(console.number(partition.gaps()));
            table.row(row.toArray(String[]::new));
        }
        return table.toString();
    }

    private static String proofs(AuditReport report, Console console) {
        Table table = new Table(
                List.of(console.text("check.title"), console.text("audit.compared"), console.text("check.result")));
        for (Result result : report.results()) {
            table.row(
                    console.text("check.audit." + result.proof()),
                    console.number(result.compared()),
                    result.gaps() == 0
                            ? console.text("audit.sound")
                            : console.text("audit.unsound", console.number(result.gaps())));
        }
        return table.toString();
    }

    /** What does not add up, the first of each kind; one line where all does. */
    public static String findings(AuditReport report, Console console) {
        if (report.passed()) {
            return console.text("audit.passed");
        }
        StringBuilder text = new StringBuilder();
        Map<Kind, List<Finding>> byKind = report.findings().stream()
                .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
        byKind.forEach((kind, findings) -> {
            text.append(console.text("audit." + kind)).append(System.lineSeparator());
            findings.stream()
                    .limit(SHOWN_PER_KIND)
                    .forEach(finding ->
                            text.append("  ").append(line(finding, console)).append(System.lineSeparator()));
            if (findings.size() > SHOWN_PER_KIND) {
                text.append("  ")
                        .append(console.text("audit.more", console.number(findings.size() - SHOWN_PER_KIND)))
                        .append(System.lineSeparator());
            }
        });
        return text.toString().stripTrailing();
    }

    private static String line(Finding finding, Console console) {
        StringBuilder line = new StringBuilder(finding.where().toString());
        if (finding.dossier() != null) {
            line.append("  ").append(finding.dossier());
        }
        if (finding.expected() != null) {
            line.append("  ").append(console.text("audit.expected", finding.expected()));
        }
        if (finding.found() != null) {
            line.append("  ").append(console.text("audit.found", finding.found()));
        }
        return line.toString();
    }
}
