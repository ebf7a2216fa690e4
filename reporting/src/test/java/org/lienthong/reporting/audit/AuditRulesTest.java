package org.lienthong.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.topic.Topics;

class AuditRulesTest {

    private static final TopicPartition PARTITION = new TopicPartition("permit.events", 3);

    static {
        Topics.all();
    }

    @Test
    void aRecordCountsWhatWentIntoIt() {
        assertThat(Arrays.stream(Outcome.values()).filter(AuditRules::isCounted))
                .containsExactlyInAnyOrder(Outcome.APPLIED, Outcome.LATE, Outcome.SUPERSEDED, Outcome.CONFLICT);
    }

    @Test
    void everyColumnOfTheLedgerIsAnOutcome() {
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setTopic("t")
                .setPartition(0)
                .setApplied(1)
                .setDuplicate(2)
                .setLate(4)
                .setSuperseded(8)
                .setConflict(16)
                .setQuarantined(32)
                .build();

        assertThat(AuditRules.outcomes(entry))
                .isEqualTo(Map.of(
                        Outcome.APPLIED, 1L,
                        Outcome.DUPLICATE, 2L,
                        Outcome.LATE, 4L,
                        Outcome.SUPERSEDED, 8L,
                        Outcome.CONFLICT, 16L,
                        Outcome.QUARANTINED, 32L));
        assertThat(AuditRules.sum(AuditRules.outcomes(entry))).isEqualTo(63);
    }

    @Test
    void aPartitionThatNobodyReadNeedsNoEntry() {
        InputLog unread = new InputLog(0, 5);

        assertThat(AuditRules.ledger(PARTITION, null, unread)).isEmpty();
        unread.event(4, "e");
        assertThat(AuditRules.ledger(PARTITION, null, unread))
                .containsExactly(Finding.differs(Kind.LEDGER_MISSING, Place.of(PARTITION), 1, 0));
    }

    @Test
    void anEntryMayBeAheadAsFarAsItHasReceipts() {
        InputLog input = new InputLog(0, 1);
        input.event(0, "e");
        input.receipt(0, Outcome.APPLIED);
        input.receipt(1, Outcome.DUPLICATE);
        input.receipt(2, Outcome.DUPLICATE);
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setTopic(PARTITION.topic())
                .setPartition(PARTITION.partition())
                .setRead(2)
                .setApplied(1)
                .setDuplicate(1)
                .setLastOffset(1)
                .build();

        assertThat(AuditRules.ledger(PARTITION, entry, input)).isEmpty();
        entry.setLastOffset(2);
        assertThat(AuditRules.ledger(PARTITION, entry, input))
                .containsExactly(
                        Finding.differs(Kind.LEDGER_DIFFERS, Place.of(PARTITION), "DUPLICATE=2", "DUPLICATE=1"));
    }
}
