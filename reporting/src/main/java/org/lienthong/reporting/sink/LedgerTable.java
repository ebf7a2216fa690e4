package org.lienthong.reporting.sink;

import java.util.List;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.topic.Topics;

/** The table of what was read from each partition of the input topics, and what became of it. */
final class LedgerTable {

    private LedgerTable() {}

    static SinkTable<LedgerEntry> ledger() {
        Upsert upsert = new Upsert(
                "lienthong.ledger",
                List.of("topic", "partition"),
                "topic || '-' || partition",
                List.of(
                        "read",
                        "applied",
                        "duplicate",
                        "late",
                        "superseded",
                        "conflict",
                        "quarantined",
                        "redriven",
                        "first_offset",
                        "last_offset"));
        return new KeyedTable<>(
                Topics.LEDGER,
                upsert,
                (row, key, entry) -> row.text(entry.getTopic())
                        .int4(entry.getPartition())
                        .int8(entry.getRead())
                        .int8(entry.getApplied())
                        .int8(entry.getDuplicate())
                        .int8(entry.getLate())
                        .int8(entry.getSuperseded())
                        .int8(entry.getConflict())
                        .int8(entry.getQuarantined())
                        .int8(entry.getRedriven())
                        .int8(entry.getFirstOffset())
                        .int8(entry.getLastOffset()));
    }
}
