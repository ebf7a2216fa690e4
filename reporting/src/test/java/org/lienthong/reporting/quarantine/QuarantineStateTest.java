package org.lienthong.reporting.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.quarantine.QuarantineEntry.Redrive;
import org.lienthong.reporting.quarantine.QuarantineEntry.State;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;

/** What became of a quarantined record, as receipts tell it. */
class QuarantineStateTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private QuarantineQuery query;
    private QuarantineRows rows;

    @BeforeEach
    void setUp() {
        DATABASE.clear();
        query = new QuarantineQuery(DATABASE.database().dataSource());
        rows = new QuarantineRows(DATABASE);
    }

    @Test
    void aRecordIsOpenUntilAReceiptOfItsRedriveHasCome() throws SQLException {
        Origin origin = rows.quarantined("KEY_MISMATCH", 5);
        assertThat(entry(origin).state()).isEqualTo(State.OPEN);
        assertThat(entry(origin).redrive()).isNull();

        rows.receipt(origin, 8, Outcome.APPLIED);

        assertThat(entry(origin).state()).isEqualTo(State.REDRIVEN);
        assertThat(entry(origin).redrive()).isEqualTo(new Redrive("APPLIED", "APPLIED", 7, "dossier.events-0-8"));
    }

    @Test
    void receiptsOfOtherEventsSettleNothing() throws SQLException {
        Origin origin = rows.quarantined("KEY_MISMATCH", 5);
        rows.receipt(new Origin("dossier.events", 0, 6L), 8, Outcome.APPLIED);
        rows.receipt(new Origin("dossier.events", 1, 5L), 9, Outcome.APPLIED);
        rows.receipt(new Origin("permit.events", 0, 5L), 10, Outcome.APPLIED);

        assertThat(entry(origin).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatIsSetAsideAgainIsOpenInItsLastPlace() throws SQLException {
        Origin first = rows.quarantined("KEY_MISMATCH", 5);
        rows.receipt(first, 8, Outcome.QUARANTINED);
        Origin second = rows.again(first, 8);

        assertThat(entry(first).state()).isEqualTo(State.REDRIVEN);
        assertThat(entry(first).redrive())
                .isEqualTo(new Redrive("QUARANTINED", "KEY_MISMATCH", 0, "dossier.events-0-8"));
        assertThat(entry(second).state()).isEqualTo(State.OPEN);
        assertThat(entry(second).first()).isEqualTo("dossier.events-0-5");

        rows.receipt(first, 9, Outcome.LATE);

        assertThat(entry(first).redrive()).isEqualTo(new Redrive("LATE", "LATE", 7, "dossier.events-0-9"));
        assertThat(entry(second).redrive()).isEqualTo(entry(first).redrive());
    }

    @Test
    void aRedriveUnderAnotherKeyIsReadInAnotherPartition() throws SQLException {
        Origin first = rows.quarantined("KEY_MISMATCH", 5);
        Origin elsewhere = new Origin("dossier.events", 3, 1L);
        var again = QuarantineRows.event("HISTORY_LIMIT", elsewhere);
        again.setRedriveOf(first);
        again.setTimestamp(QuarantineRows.START.plusSeconds(3600));
        rows.add(again);
        assertThat(entry(first).state()).isEqualTo(State.REDRIVEN);
        assertThat(entry(elsewhere).state()).isEqualTo(State.OPEN);

        rows.receipt(first, new Origin("dossier.events", 2, 0L), Outcome.APPLIED);

        assertThat(entry(first).state()).isEqualTo(State.REDRIVEN);
        assertThat(entry(elsewhere).state()).isEqualTo(State.REDRIVEN);
    }

    @Test
    void anEventSentTwiceWasAppliedOnce() throws SQLException {
        Origin origin = rows.quarantined("KEY_MISMATCH", 5);
        rows.receipt(origin, 8, Outcome.DUPLICATE);
        assertThat(entry(origin).redrive()).extracting(Redrive::outcome).isEqualTo("DUPLICATE");

        rows.receipt(origin, 9, Outcome.APPLIED);
        rows.receipt(origin, 10, Outcome.DUPLICATE);

        assertThat(entry(origin).redrive()).extracting(Redrive::outcome).isEqualTo("APPLIED");
        assertThat(query.redrives(origin))
                .extracting(Redrive::outcome)
                .containsExactly("DUPLICATE", "APPLIED", "DUPLICATE");
    }

    @Test
    void whatFailsAfterTheEventWasAppliedIsOpen() throws SQLException {
        Origin first = rows.quarantined("KEY_MISMATCH", 5);
        rows.receipt(first, 8, Outcome.APPLIED);
        rows.receipt(first, 9, Outcome.QUARANTINED);
        Origin broken = rows.again(first, 9);

        assertThat(entry(first).redrive()).extracting(Redrive::outcome).isEqualTo("APPLIED");
        assertThat(entry(broken).state()).isEqualTo(State.OPEN);
    }

    @Test
    void theSinkGivesNoReceiptsAndItsRecordsSaySo() throws SQLException {
        Origin first = rows.quarantined("NOT_AVRO", 5);
        Origin second = rows.again(first, 8);
        DATABASE.execute("UPDATE lienthong.quarantine SET quarantined_by = 'report-sink'");

        assertThat(entry(first).state()).isEqualTo(State.REDRIVEN);
        assertThat(entry(second).state()).isEqualTo(State.NO_RECEIPT);
    }

    private QuarantineEntry entry(Origin origin) throws SQLException {
        return query.find(origin).orElseThrow();
    }
}
