package org.lienthong.schemas.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeSketchTest {

    @Test
    void aQuantileIsWithinItsErrorOfTheExactOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long[] minutes = new long[5_001];
        TimeSketch sketch = new TimeSketch();
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 1 + (long) Math.exp(random.nextDouble() * 12);
            sketch.add(TimeSketch.bin(minutes[i]), 1);
        }
        Arrays.sort(minutes);

        for (double part : new double[] {0, 0.25, 0.5, 0.9, 1}) {
            double exact = minutes[(int) (part * (minutes.length - 1))];
            assertThat(sketch.quantile(part).orElseThrow())
                    .as("seed %d, part %s", seed, part)
                    .isCloseTo(exact, within(exact * TimeSketch.RELATIVE_ERROR * 1.0001));
        }
    }

    @Test
    void whatIsTakenAwayLeavesNothing() {
        TimeSketch sketch = new TimeSketch();
        sketch.add(TimeSketch.bin(480), 2);
        sketch.add(TimeSketch.bin(9_600), 1);
        sketch.add(TimeSketch.bin(480), -2);

        List<Integer> bins = new ArrayList<>();
        sketch.forEach((bin, count) -> bins.add(bin));
        assertThat(bins).containsExactly(TimeSketch.bin(9_600));
        assertThat(sketch.quantile(0.5).orElseThrow()).isCloseTo(9_600, within(96.0));
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(new TimeSketch().quantile(0.5)).isEmpty();
    }

    @Test
    void lessThanAMinuteIsAMinute() {
        assertThat(TimeSketch.bin(0)).isEqualTo(TimeSketch.bin(1));
    }
}
