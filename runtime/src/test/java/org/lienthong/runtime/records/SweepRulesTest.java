package org.lienthong.runtime.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lienthong.runtime.records.SweepRules.Sweep;

class SweepRulesTest {

    @Test
    void nearOffsetsAreReadInOneGo() {
        assertThat(sweeps(5L, 6L, 205L, 405L, 606L, 9_000L))
                .containsExactly(new Sweep(5, 405), new Sweep(606, 606), new Sweep(9_000, 9_000));
    }

    @Test
    void nothingWantedIsNothingRead() {
        assertThat(sweeps()).isEmpty();
    }

    private static List<Sweep> sweeps(Long... offsets) {
        return SweepRules.sweeps(new TreeSet<>(List.of(offsets)));
    }
}
