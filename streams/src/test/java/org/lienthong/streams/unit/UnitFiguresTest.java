package org.lienthong.streams.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.lienthong.runtime.testing.Golden;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;

/** What a dossier counts as. */
class UnitFiguresTest extends BothStages {

    @Test
    void aDossierCountsInItsCommuneItsDistrictAndItsProvince() {
        send("a", "25000", day(0));
        send("b", "25009", day(0));
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
        assertThat(received("679@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(2);
        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(2);
    }

    @Test
    void aNewVersionOfTheRecordReplacesTheOldOne() {
        send("a", "25000", day(0));
        settle();
        DossierRecord resolved = record("a", "25009", day(0));
        resolved.setStatus(DossierStatus.RESOLVED);
        resolved.setResolvedAt(day(4));
        records.pipeInput("a", resolved);
        settle();

        assertThat(received("25000@2004-01-01|CONSTRUCTION|2025-06")).isZero();
        Figures district = figures.get("679@2004-01-01|CONSTRUCTION|2025-06").getFigures();
        assertThat(district.getReceived()).isEqualTo(1);
        assertThat(district.getInProgress()).isZero();
        assertThat(district.getOnTime()).isEqualTo(1);
    }

    @Test
    void anOpenDossierTurnsOverdueByTheClockAndNoLongerOnceItIsFinished() {
        send("a", "25000", day(0));
        settle();
        String district = "679@2004-01-01|CONSTRUCTION|2025-06";
        assertThat(figures.get(district).getFigures().getOverdue()).isZero();

        now.set(day(11));
        settle();
        assertThat(figures.get(district).getFigures().getOverdue()).isEqualTo(1);

        DossierRecord resolved = record("a", "25000", day(0));
        resolved.setStatus(DossierStatus.RESOLVED);
        resolved.setResolvedAt(day(11));
        records.pipeInput("a", resolved);
        settle();
        assertThat(figures.get(district).getFigures().getOverdue()).isZero();
        assertThat(figures.get(district).getFigures().getLate()).isEqualTo(1);
    }

    @Test
    void aCellIsOneUnitHolderSectorProcedureChannelAndMonth() {
        DossierRecord taken = record("a", "25000", day(0));
        taken.setHolderAgency("H36.25.01");
        taken.setProcedureCode("1.005129");
        taken.setChannel(Channel.ONLINE);
        records.pipeInput("a", taken);
        settle();
        DossierRecord forwarded = DossierRecord.newBuilder(taken)
                .setHolderAgency("H36.11")
                .setWorkingMinutes(480L)
                .setResolvedAt(day(1))
                .build();
        records.pipeInput("a", forwarded);
        settle();

        String cell = "CONSTRUCTION|2025-06|25000@2004-01-01|";
        assertThat(cells.get(cell + "H36.25.01|1.005129|ONLINE").getFigures()).isEqualTo(new Figures());
        UnitCell now = cells.get(cell + "H36.11|1.005129|ONLINE");
        assertThat(now.getFigures().getReceived()).isEqualTo(1);
        assertThat(now.getFigures().getWorkingMinutes()).isEqualTo(480);
        assertThat(now.getWorkingTimes()).containsExactly(new TimeBin(TimeSketch.bin(480), 1L));
        assertThat(figures.get("68@2004-01-01|CONSTRUCTION|2025-06").getWorkingTimes())
                .isEqualTo(now.getWorkingTimes());
    }

    @Test
    void partialsThatComeTwiceChangeNothing() {
        send("a", "25000", day(0));
        count.advanceWallClockTime(Duration.ofSeconds(1));
        List<TestRecord<String, UnitPartial>> sent = partials.readRecordsToList();
        sent.forEach(partialsIn::pipeInput);
        sent.forEach(partialsIn::pipeInput);
        sum();

        assertThat(received("68@2004-01-01|CONSTRUCTION|2025-06")).isEqualTo(1);
    }

    @Test
    void theTopologyIsTheOneThatRuns() {
        Golden.assertMatches(
                Path.of("src/test/resources/topologies/unit-rollup.txt"),
                UnitRollupTopology.build(serdes).describe().toString(),
                "A changed store or node name orphans the state of running deployments: plan a migration first");
    }
}
