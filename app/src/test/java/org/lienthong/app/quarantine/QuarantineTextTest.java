package org.lienthong.app.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantineTextTest {

    @Test
    void whatAnEventCallsItselfCannotCommandTheTerminal() {
        assertThat(QuarantineText.printable("a\u001b[2Jb\u0000\u009bc")).isEqualTo("a\ufffd[2Jb\ufffd\ufffdc");
        assertThat(QuarantineText.printable("hồ sơ\nthứ hai")).isEqualTo("hồ sơ\nthứ hai");
        assertThat(QuarantineText.cell("x\ry")).isEqualTo("x\ufffdy");
        assertThat(QuarantineText.cell("x\ny")).isEqualTo("x\ufffdy");
    }

    @Test
    void aLongCodeIsCutBetweenCharacters() {
        assertThat(QuarantineText.cell("H36.25")).isEqualTo("H36.25");
        assertThat(QuarantineText.cell("𝔸".repeat(50))).isEqualTo("𝔸".repeat(40) + "…");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(QuarantineText.cell(null)).isEqualTo("–");
    }

    @Test
    void timesAreThoseOfVietnam() {
        assertThat(QuarantineText.time(Instant.parse("2025-06-30T17:30:00.9Z"))).isEqualTo("2025-07-01 00:30:00");
    }
}
