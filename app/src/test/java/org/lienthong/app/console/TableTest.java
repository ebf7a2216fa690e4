package org.lienthong.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsLineUpWhateverTheFormOfTheLetters() {
        String composed = new Table(List.of("Đơn vị", "Số"))
                .row("Xã Hòa Bắc", "1")
                .row("Xã", "12")
                .toString();
        String decomposed = new Table(List.of("Đơn vị", "Số"))
                .row(Normalizer.normalize("Xã Hòa Bắc", Normalizer.Form.NFD), "1")
                .row("Xã", "12")
                .toString();

        assertThat(composed.lines())
                .containsExactly("Đơn vị      Số", "──────────────", "Xã Hòa Bắc   1", "Xã          12");
        assertThat(Normalizer.normalize(decomposed, Normalizer.Form.NFC)).isEqualTo(composed);
    }

    @Test
    void textIsReadFromTheLeft() {
        String table = Table.toTheLeft(List.of("Lúc", "Việc"))
                .row("02/06/2025", "Nộp")
                .row("", "Tiếp nhận")
                .toString();

        assertThat(table.lines())
                .containsExactly(
                        "Lúc         Việc", "─────────────────────", "02/06/2025  Nộp", "            Tiếp nhận");
    }
}
