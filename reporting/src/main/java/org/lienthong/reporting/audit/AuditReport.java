package org.lienthong.reporting.audit;

import java.util.List;
import java.util.Map;
import org.lienthong.schemas.exchange.Outcome;

/**
 * What an audit found.
 *
 * @param partitions one line for each input partition
 * @param dossiers records of dossiers that were compared with their events
 * @param inFlight dossiers with events that were under way, not compared
 * @param findings empty: everything adds up
 */
public record AuditReport(List<Partition> partitions, long dossiers, long inFlight, List<Finding> findings) {

    /**
     * @param read records read up to where the merge has committed
     * @param outcomes receipts of these by outcome
     * @param ledger what the ledger says was read, up to the same record; -1: it has no entry
     */
    public record Partition(String topic, int partition, long read, Map<Outcome, Long> outcomes, long ledger) {

        public long receipts() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public boolean passed() {
        return findings.isEmpty();
    }

    public long read() {
        return partitions.stream().mapToLong(Partition::read).sum();
    }
}
