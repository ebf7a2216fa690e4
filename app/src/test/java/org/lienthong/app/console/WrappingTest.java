package org.lienthong.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void linesBreakAtBlanksAndCountLettersAsPeopleDo() {
        assertThat(Wrapping.wrap("Cơ quan đang giữ hồ sơ", 12)).containsExactly("Cơ quan đang", "giữ hồ sơ");
        assertThat(Wrapping.wrap(Normalizer.normalize("Cơ quan đang giữ hồ sơ", Normalizer.Form.NFD), 12))
                .hasSize(2);
    }

    @Test
    void aLongWordIsNotCutAndNothingIsALine() {
        assertThat(Wrapping.wrap("mã H36.25-250602-0001 cũ", 5)).containsExactly("mã", "H36.25-250602-0001", "cũ");
        assertThat(Wrapping.wrap("", 5)).containsExactly("");
    }
}
