package org.lienthong.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")"})
    void aTextThatASpreadsheetWouldRunIsNoFormula(String text) {
        assertThat(CellRules.defused(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "+84", "-1.5", "-1,5", "H36.25-250701-0001", "Xã Di Linh", "a=b", "<b>"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CellRules.defused(text)).isEqualTo(text);
    }

    @Test
    void timesAreOnTheClockOfTheReaders() {
        assertThat(CellRules.time(Instant.parse("2025-07-20T10:00:00.5Z"))).isEqualTo("2025-07-20T17:00+07:00");
    }
}
