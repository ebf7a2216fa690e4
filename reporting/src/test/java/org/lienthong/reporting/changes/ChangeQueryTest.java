package org.lienthong.reporting.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.changes.ChangeQuery.Page;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitScope;
import org.lienthong.reporting.units.UnitScopeQuery;
import org.lienthong.schemas.dossier.DossierRecord;

/** Whoever follows a unit ends with what the database holds of it, whatever is written between its questions. */
class ChangeQueryTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final int DOSSIERS = 25;

    private final ChangeQuery changes = new ChangeQuery(DATABASE.database().dataSource());
    private final SinkRows rows = new SinkRows(DATABASE.database().dataSource());
    private final Map<String, DossierRecord> written = new TreeMap<>();

    @BeforeEach
    void begin() {
        DATABASE.clear();
        DiLinh.load(rows);
        DATABASE.execute("TRUNCATE lienthong.dossiers, lienthong.dossier_departures");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingIsMissedAndNothingToldTwice(long seed) throws SQLException {
        Random random = new Random(seed);
        UnitScope commune = commune();
        UnitScope province = new UnitScopeQuery(DATABASE.database().dataSource()).ofEveryMeaning("68");
        Copy ofCommune = new Copy();
        Copy ofProvince = new Copy();
        ChangePlace inCommune = changes.beginning();
        ChangePlace inProvince = changes.beginning();
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(3)) {
                case 0 -> inCommune = follow(commune, inCommune, ofCommune, 1 + random.nextInt(7)).next();
                case 1 -> inProvince = follow(province, inProvince, ofProvince, 1 + random.nextInt(7)).next();
                default -> write(random);
            }
        }
        followToTheEnd(commune, inCommune, ofCommune);
        followToTheEnd(province, inProvince, ofProvince);

        assertThat(ofCommune.versions()).as("seed %d", seed).isEqualTo(stored("unit_code = '25000' AND filed_on >= '2025-07-01'"));
        assertThat(ofProvince.versions()).as("seed %d", seed).isEqualTo(stored("unit_code <> '99999'"));
    }

    @Test
    void aWriterAtWorkHidesNothing() throws Exception {
        Random random = new Random(11);
        UnitScope commune = commune();
        Copy copy = new Copy();
        ChangePlace place = changes.beginning();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int batch = 0; batch < 150; batch++) {
                write(random);
            }
        });
        while (!writing.isDone()) {
            place = follow(commune, place, copy, 5).next();
        }
        writing.get();
        followToTheEnd(commune, place, copy);

        assertThat(copy.versions()).isEqualTo(stored("unit_code = '25000' AND filed_on >= '2025-07-01'"));
    }

    @Test
    void aDossierThatChangedTwiceIsToldOnceAsItIs() throws SQLException {
        ChangePlace before = changes.page(commune(), changes.beginning(), 100).next();
        rows.dossiers(List.of(Samples.dossier("A", 1)));
        rows.dossiers(List.of(Samples.dossier("B", 1)));
        rows.dossiers(List.of(Samples.dossier("A", 2)));

        Page page = changes.page(commune(), before, 100);

        assertThat(page.changes()).extracting(Change::code, Change::version).containsExactly(
                tuple("B", 1), tuple("A", 2));
        assertThat(page.changes().get(1).record().permits()).extracting("number").containsExactly("GP-2");
        assertThat(page.more()).isFalse();
        assertThat(changes.page(commune(), page.next(), 100).changes()).isEmpty();
    }

    @Test
    void whoeverLosesADossierIsTold() throws SQLException {
        rows.dossiers(List.of(Samples.dossier("A", 1), Samples.dossier("B", 1)));
        ChangePlace before = changes.page(commune(), changes.beginning(), 100).next();
        DossierRecord moved = Samples.dossier("A", 2);
        moved.setUnitCode("25007");
        rows.dossiers(List.of(moved));
        rows.dossiersGone(List.of("B"));

        assertThat(changes.page(commune(), before, 100).changes())
                .extracting(Change::code, Change::kind, Change::movedTo, Change::record)
                .containsExactly(
                        tuple("A", Change.Kind.MOVED, "25007", null),
                        tuple("B", Change.Kind.DELETED, null, null));
    }

    @Test
    void whatAReaderHeardOfIsOnDisk() throws SQLException {
        DATABASE.execute("""
                BEGIN;
                SET LOCAL synchronous_commit TO off;
                UPDATE lienthong.freshness SET last_change = last_change + 1;
                COMMIT
                """);
        String written = DATABASE.strings("SELECT pg_current_wal_insert_lsn()").get(0);

        changes.page(commune(), changes.beginning(), 10);

        assertThat(DATABASE.strings("SELECT pg_current_wal_flush_lsn() >= '%s'".formatted(written)))
                .containsExactly("t");
    }

    @Test
    void aPlaceIsReadAsItWasWrittenAndNothingElseIs() throws SQLException {
        ChangePlace place = new ChangePlace("0123abcd", 77);
        assertThat(ChangePlace.parse(place.toString())).isEqualTo(place);
        for (String text : List.of("", "0123abcd", "0123abcd-", "0123abcd--1", "0123ABCD-1", "0123abcd-01", "x-1",
                "0123abcd-9999999999999999999", "0123abcd-1\n")) {
            assertThatThrownBy(() -> ChangePlace.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(place.isOf(changes.identity())).isFalse();
        String here = changes.identity().id();
        assertThat(new ChangePlace(here, changes.identity().lastChange()).isOf(changes.identity())).isTrue();
        assertThat(new ChangePlace(here, changes.identity().lastChange() + 1).isOf(changes.identity()))
                .as("of a state that was taken back")
                .isFalse();
    }

    private UnitScope commune() throws SQLException {
        var database = DATABASE.database().dataSource();
        return new UnitScopeQuery(database).of(new UnitQuery(database).unit("25000", Samples.REFORM).orElseThrow());
    }

    private Page follow(UnitScope units, ChangePlace place, Copy copy, int limit) throws SQLException {
        Page page = changes.page(units, place, limit);
        assertThat(page.changes()).hasSizeLessThanOrEqualTo(limit);
        page.changes().forEach(copy::take);
        return page;
    }

    private void followToTheEnd(UnitScope units, ChangePlace place, Copy copy) throws SQLException {
        Page page = follow(units, place, copy, 4);
        while (page.more()) {
            page = follow(units, page.next(), copy, 4);
        }
    }

    /** A batch as the sink writes it: new versions, the same ones again, moves, another day of filing, deletions. */
    private void write(Random random) {
        if (random.nextInt(4) == 0) {
            String code = code(random);
            written.remove(code);
            rows.dossiersGone(List.of(code));
            return;
        }
        List<DossierRecord> batch = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            DossierRecord known = written.get(code(random));
            if (known != null && random.nextInt(4) == 0) {
                batch.add(known);
            } else {
                String code = code(random);
                DossierRecord next = next(code, random);
                written.put(code, next);
                batch.add(next);
            }
        }
        rows.dossiers(batch);
    }

    private DossierRecord next(String code, Random random) {
        DossierRecord known = written.get(code);
        DossierRecord next = Samples.dossier(code, known == null ? 1 : known.getEventCount() + 1);
        next.setUnitCode(List.of("25000", "25000", "25007", "99999").get(random.nextInt(4)));
        LocalDate day = LocalDate.of(2025, 6, 28).plusDays(random.nextInt(8));
        next.setSubmittedAt(Instant.parse(day + "T02:00:00Z"));
        if (next.getUnitCode().equals("25007") && random.nextBoolean()) {
            next.setUnitCode("25009");
            next.setSubmittedAt(Instant.parse("2025-06-01T02:00:00Z"));
        }
        return next;
    }

    private static String code(Random random) {
        return "D" + random.nextInt(DOSSIERS);
    }

    private static Map<String, Integer> stored(String where) {
        Map<String, Integer> stored = new TreeMap<>();
        DATABASE.strings("SELECT code, event_count FROM lienthong.dossiers WHERE " + where)
                .forEach(row -> stored.put(row.split("\\|")[0], Integer.valueOf(row.split("\\|")[1])));
        return stored;
    }
}
