package org.lienthong.streams.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** Where dossiers count when units begin, end, move and take a code over. */
class UnitReorganisationTest extends BothStages {

    @Test
    void theSameCodeAfterTheReformIsAnotherUnitUnderAnotherParent() {
        send("a", "25000", Instant.parse("2025-06-30T16:59:59Z"));
        send("b", "25000", Instant.parse("2025-06-30T17:00:00Z"));
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("25000@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(received("68@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(figures).doesNotContainKey("679@2004-01-01|CONSTRUCTION|2025-07");
    }

    @Test
    void aUnitThatNobodyKnowsStillCounts() {
        send("a", "99999", day(0));
        settle();

        assertThat(received("99999@1970-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void aUnitThatBecomesKnownLaterTakesItsDossiersOver() {
        send("a", "99999", day(0));
        settle();
        load(unit("99999", BEFORE, null, UnitLevel.COMMUNE, "679"));
        settle();

        assertThat(received("99999@1970-01-01|CONSTRUCTION|2025-06")).isZero();
        assertThat(received("99999@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void aUnitThatMovesInTheTreeTakesItsFiguresAlong() {
        send("a", "25009", day(0));
        settle();
        load(unit("680", BEFORE, null, UnitLevel.DISTRICT, "68"));
        load(unit("25009", BEFORE, REFORM.minusDays(1), UnitLevel.COMMUNE, "680"));
        settle();

        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isZero();
        assertThat(received("680@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void anAreaCountsWhatItsMembersCount() {
        Unit area = Unit.newBuilder(unit("679", REFORM, null, UnitLevel.AREA, "68"))
                .setMembers(List.of("25000"))
                .build();
        load(area);
        send("a", "25000", Instant.parse("2025-07-03T03:00:00Z"));
        settle();

        assertThat(received("679@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
        assertThat(received("68@2025-07-01|CONSTRUCTION|2025-07")).isEqualTo(1);
    }
}
