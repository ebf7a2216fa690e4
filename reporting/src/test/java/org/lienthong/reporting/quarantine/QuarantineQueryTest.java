package org.lienthong.reporting.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.quarantine.QuarantineEntry.State;
import org.lienthong.reporting.quarantine.QuarantineFilter.Stage;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.redrive.Origins;

class QuarantineQueryTest {

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
    void everythingButTheContentIsListed() throws SQLException {
        rows.quarantined("CORRUPT_BODY", 5);

        assertThat(list(QuarantineFilter.of(Stage.OPEN)))
                .containsExactly(new QuarantineEntry(
                        "dossier.events-0-5",
                        "dossier.events-0-5",
                        "CORRUPT_BODY",
                        "record does not follow its Avro schema",
                        "e-5",
                        "H36.25-250701-0001",
                        "one-stop",
                        "H36.25",
                        QuarantineRows.START.plusSeconds(300),
                        "dossier-sync",
                        State.OPEN,
                        null));
    }

    @Test
    void whatCouldNotBeReadSaysSo() throws SQLException {
        var unreadable = QuarantineRows.event("NOT_AVRO", new Origin("dossier.events", 0, 5L));
        unreadable.setEventId(null);
        unreadable.setDossierCode("a\0b");
        unreadable.setSourceSystem(null);
        unreadable.setAgencyId(null);
        rows.add(unreadable);

        assertThat(list(QuarantineFilter.of(Stage.ALL))).singleElement().satisfies(entry -> {
            assertThat(entry.eventId()).isNull();
            assertThat(entry.dossierCode()).isEqualTo("a\ufffdb");
        });
    }

    @Test
    void eachConditionNarrowsAndTheyJoin() throws SQLException {
        rows.quarantined("CORRUPT_BODY", 1);
        rows.quarantined("KEY_MISMATCH", 2);
        var other = QuarantineRows.event("KEY_MISMATCH", new Origin("permit.events", 1, 3L));
        other.setAgencyId("H36.99");
        other.setDossierCode("H36.99-250701-0009");
        rows.add(other);
        rows.receipt(rows.quarantined("KEY_MISMATCH", 4), 9, Outcome.APPLIED);

        assertThat(origins(new QuarantineFilter("KEY_MISMATCH", null, null, null, null, Stage.ALL)))
                .containsExactly("dossier.events-0-2", "permit.events-1-3", "dossier.events-0-4");
        assertThat(origins(new QuarantineFilter("KEY_MISMATCH", "H36.25", null, null, null, Stage.OPEN)))
                .containsExactly("dossier.events-0-2");
        assertThat(origins(new QuarantineFilter(null, null, "H36.99-250701-0009", null, null, Stage.OPEN)))
                .containsExactly("permit.events-1-3");
        assertThat(origins(QuarantineFilter.of(Stage.REDRIVEN))).containsExactly("dossier.events-0-4");
        assertThat(origins(new QuarantineFilter("x' OR '1'='1", null, null, null, null, Stage.ALL)))
                .isEmpty();
    }

    @Test
    void aPeriodHasItsBeginningAndNotItsEnd() throws SQLException {
        for (long minute = 1; minute <= 4; minute++) {
            rows.quarantined("CORRUPT_BODY", minute);
        }
        assertThat(origins(new QuarantineFilter(
                        null,
                        null,
                        null,
                        QuarantineRows.START.plusSeconds(120),
                        QuarantineRows.START.plusSeconds(240),
                        Stage.OPEN)))
                .containsExactly("dossier.events-0-2", "dossier.events-0-3");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() throws SQLException {
        for (long minute = 1; minute <= 7; minute++) {
            // Two at a time in different partitions: the place decides where the time does not.
            rows.quarantined("CORRUPT_BODY", minute);
            rows.add(QuarantineRows.event("CORRUPT_BODY", new Origin("dossier.events", 3, minute)));
        }
        List<String> paged = new ArrayList<>();
        QuarantinePage page = query.list(QuarantineFilter.of(Stage.OPEN), null, 3);
        while (page.next() != null) {
            assertThat(page.records()).hasSize(3);
            paged.addAll(origins(page));
            page = query.list(
                    QuarantineFilter.of(Stage.OPEN), Origins.parse(page.next()).orElseThrow(), 3);
        }
        paged.addAll(origins(page));

        assertThat(paged).isEqualTo(origins(QuarantineFilter.of(Stage.ALL))).hasSize(14);
        assertThat(query.list(QuarantineFilter.of(Stage.OPEN), null, 14).next()).isNull();
        assertThat(query.list(QuarantineFilter.of(Stage.ALL), new Origin("dossier.events", 9, 9L), 3)
                        .records())
                .isEmpty();
    }

    @Test
    void thePayloadIsReadBackByteForByte() throws SQLException {
        Origin origin = new Origin("dossier.events", 0, 5L);
        byte[] value = {0, (byte) 0xff, 9};
        rows.add(
                QuarantineRows.payload(origin, "khóa".getBytes(UTF_8), value, Map.of("ce_id", ByteBuffer.wrap(value))));
        Origin empty = rows.add(QuarantineRows.payload(new Origin("dossier.events", 0, 6L), null, null, Map.of()));
        PayloadQuery payloads = new PayloadQuery(DATABASE.database().dataSource());

        Payload payload = payloads.find(origin).orElseThrow();
        assertThat(payload.key()).isEqualTo("khóa".getBytes(UTF_8));
        assertThat(payload.value()).isEqualTo(value);
        assertThat(payload.headers()).containsOnlyKeys("ce_id").containsEntry("ce_id", value);
        assertThat(payloads.find(empty))
                .hasValueSatisfying(p -> assertThat(p.value()).isNull());
        assertThat(payloads.find(new Origin("dossier.events", 0, 7L))).isEmpty();
    }

    @Test
    void aLongNameOfARefusedEventIsKept() throws SQLException {
        var strange = QuarantineRows.event("INCOMPLETE_HEADER", new Origin("dossier.events", 0, 5L));
        strange.setAgencyId("A".repeat(100_000));
        strange.setDossierCode("B".repeat(100_000));
        rows.add(strange);

        assertThat(origins(new QuarantineFilter(null, strange.getAgencyId(), null, null, null, Stage.OPEN)))
                .containsExactly("dossier.events-0-5");
    }

    private List<QuarantineEntry> list(QuarantineFilter filter) throws SQLException {
        return query.list(filter, null, 100).records();
    }

    private List<String> origins(QuarantineFilter filter) throws SQLException {
        return origins(query.list(filter, null, 100));
    }

    private static List<String> origins(QuarantinePage page) {
        return page.records().stream().map(QuarantineEntry::origin).toList();
    }
}
