package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.schemas.calendar.WorkingTime;

class DeadlineSettingsTest {

    @Test
    void theDefaultIsAWorkingDay() {
        assertThat(DeadlineSettings.DEFAULTS.warning()).isEqualTo(WorkingTime.DAY);
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 0, 2_001})
    void aWarningThatCannotBeMeantIsRefused(int hours) {
        assertThatThrownBy(() -> new DeadlineSettings(hours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deadline.warnHours");
    }
}
