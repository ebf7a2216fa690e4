package org.lienthong.reporting.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.lienthong.schemas.exchange.Outcome;

/**
 * What an audit found.
 *
 * @param partitions one line for each input partition
 * @param results one line for each thing that was to be proven
 * @param inFlight dossiers with events that the merge took while the audit ran: their records were not compared
 * @param findings what does not add up, by kind; empty: nothing
 * @param unlisted further findings, beyond the 100,000 of each kind that are listed
 */
public record AuditReport(
        List<Partition> partitions, List<Result> results, long inFlight, List<Finding> findings, long unlisted) {

    /** What is proven; each has a text in the bundles. */
    public enum Proof {
        /** Every event that was read has exactly one receipt. */
        RECEIPTS,
        /** Every receipt has its event. */
        EVENTS,
        /** Records read = sum of their outcomes = the ledger. */
        LEDGER,
        /** What was set aside is kept whole, and has a receipt that says so. */
        QUARANTINE,
        /** Every record has the events that it counts, every dossier with events has a record. */
        RECORDS,
        /** Everything that the merge wrote can be read. */
        READABLE
    }

    /**
     * @param compared events, receipts, partitions, quarantined records, dossiers or records of the merge
     * @param gaps findings that speak against it
     */
    public record Result(Proof proof, long compared, long gaps) {}

    /**
     * What became of the events of one partition, up to where the merge had committed when the audit began.
     *
     * @param read records
     * @param waiting offsets after these: what came later, or was not merged yet
     * @param outcomes receipts of these records, and of those that retention has taken away since, by outcome
     * @param ledger records read as the ledger says, less those that were in flight; -1: it has no entry
     * @param gaps findings in this partition
     */
    public record Partition(
            String topic,
            int partition,
            long read,
            long waiting,
            Map<Outcome, Long> outcomes,
            long ledger,
            long gaps) {}

    @JsonProperty
    public boolean passed() {
        return findings.isEmpty();
    }
}
