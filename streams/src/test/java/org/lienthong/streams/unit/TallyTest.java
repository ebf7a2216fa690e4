package org.lienthong.streams.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitPartial;

class TallyTest {

    private static final int FIELDS = Figures.getClassSchema().getFields().size();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void figuresAddUpFieldByField() {
        List<UnitPartial> parts = Stream.generate(this::partial).limit(50).toList();

        Tally sum = new Tally();
        parts.forEach(part -> sum.add(Tally.difference(null, part)));

        for (int field = 0; field < FIELDS; field++) {
            int of = field;
            long expected = parts.stream()
                    .mapToLong(part -> (long) part.getFigures().get(of))
                    .sum();
            assertThat(sum.figures().get(field))
                    .as("field %d, seed=%d", field, seed)
                    .isEqualTo(expected);
        }
        assertThat(sum.isEmpty()).isFalse();
    }

    @Test
    void whatIsAddedAndTakenAwayLeavesNothing() {
        List<UnitPartial> parts = Stream.generate(this::partial).limit(50).toList();

        Tally sum = new Tally();
        parts.forEach(part -> sum.add(part, 1));
        parts.forEach(part -> sum.add(part, -1));

        assertThat(sum.isEmpty()).as("seed=%d", seed).isTrue();
        assertThat(sum.figures()).isEqualTo(new Figures());
        assertThat(sum.workingTimes()).isEmpty();
    }

    @Test
    void aDifferenceLeadsFromTheOldVersionToTheNew() {
        UnitPartial before = partial();
        UnitPartial after = partial();

        Tally sum = Tally.difference(null, before);
        sum.add(Tally.difference(before, after));

        assertThat(sum.figures()).as("seed=%d", seed).isEqualTo(after.getFigures());
        assertThat(sum.workingTimes()).isEqualTo(after.getWorkingTimes());
    }

    /** Most figures zero, as in a cell of few dossiers. */
    private UnitPartial partial() {
        Figures figures = new Figures();
        for (int i = 0; i < 5; i++) {
            figures.put(random.nextInt(FIELDS), (long) random.nextInt(4));
        }
        return new UnitPartial(
                "24979",
                LocalDate.of(2025, 7, 1),
                Sector.NATURAL_RESOURCES,
                "H36.1",
                "1.000001",
                Channel.ONLINE,
                "2025-08",
                0,
                figures,
                List.of(new TimeBin(1 + random.nextInt(9), 1L), new TimeBin(20, 2L)));
    }
}
