package org.lienthong.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aBenchmarkStandsBesideItsPeer() {
        String table = Table.of(List.of(
                new Measured("Codec.encode", 1_234.4, 12.3, 600),
                new Measured("Codec.encodePlain", 2_468.8, 20, 400),
                new Measured("Merge.apply", 99.6, 1, 0)));

        assertThat(table.lines().skip(2))
                .containsExactly(
                        "| Codec.encode | 1,234 | 12 | 600 | 0.50 | 1.50 |",
                        "| Codec.encodePlain | 2,469 | 20 | 400 |  |  |",
                        "| Merge.apply | 100 | 1 | 0 |  |  |");
    }
}
