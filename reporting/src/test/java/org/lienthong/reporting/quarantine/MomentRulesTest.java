package org.lienthong.reporting.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentRulesTest {

    @Test
    void aDateIsMeantInVietnamFromItsStartToItsEnd() {
        assertThat(MomentRules.since("2025-07-01")).isEqualTo(Instant.parse("2025-06-30T17:00:00Z"));
        assertThat(MomentRules.until("2025-07-01")).isEqualTo(Instant.parse("2025-07-01T17:00:00Z"));
    }

    @Test
    void aMomentIsMeantAsItIs() {
        assertThat(MomentRules.since("2025-07-01T08:30:00+07:00")).isEqualTo(Instant.parse("2025-07-01T01:30:00Z"));
        assertThat(MomentRules.until("2025-07-01T01:30:00.5Z")).isEqualTo(Instant.parse("2025-07-01T01:30:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-02-30",
                "2025-07",
                "2025-07-01T08:30:00",
                "2025-07-01 08:30",
                "01/07/2025",
                "0000-01-01",
                "+99999-01-01",
                "+99999-01-01T00:00:00Z"
            })
    void whatNobodyMeansIsRefused(String text) {
        assertThatThrownBy(() -> MomentRules.since(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> MomentRules.until(text)).isInstanceOf(DateTimeException.class);
    }
}
