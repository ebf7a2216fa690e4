package org.lienthong.reporting.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.UnitLevel;

class ReceiptTableTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private final SinkRows rows = new SinkRows(DATABASE.database().dataSource());

    @BeforeEach
    void clear() {
        DATABASE.clear();
    }

    @Test
    void aReceiptKeepsItsTimeAndWhereARedriveCameFrom() {
        Receipt redriven = Samples.receipt("a", Outcome.APPLIED, 9);
        redriven.setRedriveOf(new Origin("dossier.events", 2, 4_000_000_000L));
        rows.receipts(List.of(Samples.receipt("a", Outcome.QUARANTINED, 5), redriven));

        assertThat(DATABASE.strings("SELECT extract(epoch FROM received_at)::bigint, outcome, redrive_of_topic,"
                        + " redrive_of_partition, redrive_of_offset FROM lienthong.receipts ORDER BY receipt_offset"))
                .containsExactly(
                        "1751335200|QUARANTINED|null|null|null", "1751335260|APPLIED|dossier.events|2|4000000000");
    }

    @Test
    void receiptsAreCountedPerAgency() {
        Receipt unread = Samples.receipt("", Outcome.QUARANTINED, 4);
        unread.setAgencyId(null);
        unread.setCode("CORRUPT_BODY");
        rows.receipts(List.of(Samples.receipt("a", Outcome.APPLIED, 0), Samples.receipt("b", Outcome.APPLIED, 1)));
        rows.receipts(List.of(Samples.receipt("a", Outcome.DUPLICATE, 2), unread));

        assertThat(DATABASE.strings(
                        "SELECT agency_id, outcome, code, count FROM lienthong.receipt_counts ORDER BY 1, 2"))
                .containsExactly(
                        "|QUARANTINED|CORRUPT_BODY|1", "H36.25|APPLIED|APPLIED|2", "H36.25|DUPLICATE|DUPLICATE|1");
    }

    @Test
    void anAgencyThatHasFallenSilentIsSeen() {
        Agency silent = new Agency("H36.99", "UBND xã im lặng", null, "25000", UnitLevel.COMMUNE, null, null);
        rows.agency(silent);
        rows.receipts(List.of(Samples.receipt("a", Outcome.APPLIED, 0), Samples.receipt("b", Outcome.DUPLICATE, 1)));
        rows.receipts(List.of(Samples.receipt("a", Outcome.APPLIED, 2)));

        assertThat(DATABASE.strings("SELECT agency_id, receipts, extract(epoch FROM last_received_at)::bigint"
                        + " FROM lienthong.agencies_last_heard WHERE agency_id IN ('H36.25', 'H36.99') ORDER BY 1"))
                .containsExactly("H36.25|3|1751335380", "H36.99|0|null");
    }

    /** An event is refused for its form only after it was read, and its receipt repeats what it states. */
    @Test
    void aRefusedEventMayStateIdsOfAnyLength() {
        String endless = new Random(7)
                .ints(20_000, 'a', 0x1000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        Receipt refused = Samples.receipt(endless, Outcome.QUARANTINED, 0);
        refused.setEventId(endless);
        refused.setAgencyId(endless);
        refused.setCode("INCOMPLETE_HEADER");

        rows.receipts(List.of(refused));

        assertThat(DATABASE.number("SELECT count(*) FROM lienthong.receipts WHERE length(event_id) = 20000"))
                .isOne();
        assertThat(DATABASE.strings("SELECT length(agency_id), count FROM lienthong.receipt_counts"))
                .containsExactly("100|1");
    }
}
