package org.lienthong.reporting.ledger;

/**
 * What was read from one partition of an input topic, and what became of it.
 *
 * @param redriven of those read, how many were redrives
 * @param firstOffset -1: nothing was read, as of lastOffset
 * @param balance records read less those with an outcome: 0, or something was lost
 */
public record LedgerLine(
        String topic,
        int partition,
        long read,
        long applied,
        long duplicate,
        long late,
        long superseded,
        long conflict,
        long quarantined,
        long redriven,
        long firstOffset,
        long lastOffset,
        long balance) {}
