package org.lienthong.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.producers.generator.Expectation;
import org.lienthong.reporting.audit.AuditReport;

/** What must be so when the line has drained: always, and against the oracle of what this run published. */
public final class DemoChecks {

    /** Outcomes of events that are in their record. */
    private static final List<String> EFFECTIVE = List.of("APPLIED", "LATE", "SUPERSEDED", "CONFLICT");

    private DemoChecks() {}

    /** @param recordsIn records on the input topics of the merge */
    public static List<Check> always(long recordsIn, Snapshot now) {
        return List.of(
                new Check("receipts", recordsIn, now.allReceipts()),
                new Check("quarantine", now.receipts("QUARANTINED"), now.quarantined()),
                new Check("figures", now.counts().dossiers(), now.received()),
                new Check("parts", now.received(), now.parts()));
    }

    /**
     * Not for a stretch that an interrupted run has sent in part: then more duplicates and fewer new events are right.
     *
     * @param before at rest, before this run published
     */
    public static List<Check> published(Expectation expected, Snapshot before, Snapshot after) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(
                "dossiers",
                expected.dossiers(),
                after.counts().dossiers() - before.counts().dossiers()));
        checks.add(new Check(
                "distinct",
                expected.dossierEvents().distinct() + expected.permitEvents().distinct(),
                EFFECTIVE.stream()
                        .mapToLong(outcome -> gain(outcome, before, after))
                        .sum()));
        checks.add(new Check(
                "duplicates",
                expected.dossierEvents().duplicates() + expected.permitEvents().duplicates(),
                gain("DUPLICATE", before, after)));
        checks.add(new Check("wrong", expected.wrongRecords(), gain("QUARANTINED", before, after)));
        checks.add(new Check(
                "permits",
                expected.permits(),
                after.counts().permits() - before.counts().permits()));
        return checks;
    }

    /** What the audit set out to prove: of all that it compared, how much it proved. */
    public static List<Check> audited(AuditReport audit) {
        return audit.results().stream()
                .map(result ->
                        new Check("audit." + result.proof(), result.compared(), result.compared() - result.gaps()))
                .toList();
    }

    private static long gain(String outcome, Snapshot before, Snapshot after) {
        return after.receipts(outcome) - before.receipts(outcome);
    }
}
