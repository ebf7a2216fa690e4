package org.lienthong.reporting.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyMessagesTest {

    @Test
    void bothLanguagesExplainTheSameCodes() {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNEXPECTED_TRANSITION",
                "EVENT_AFTER_END",
                "END_BEFORE_START",
                "DUE_MOVED_WITHOUT_SUPPLEMENT",
                "PLACEHOLDER_IDENTITY",
                "PROCEDURE_CHANGED",
                "UNIT_CHANGED",
                "CODE_COLLISION",
                "EVENT_ID_REUSED",
                "PERMIT_NOT_ISSUED"
            })
    void everyCodeOfTheMergeIsExplained(String code) {
        assertThat(AnomalyMessages.of(code)).isNotEqualTo(AnomalyMessages.of("UNKNOWN"));
        assertThat(AnomalyMessages.of(code).vi()).endsWith(".");
        assertThat(AnomalyMessages.of(code).en()).endsWith(".");
    }

    @Test
    void aCodeOfALaterVersionHasAGeneralText() {
        assertThat(AnomalyMessages.of("OF_A_LATER_VERSION").vi()).contains("chưa có lời giải thích");
        assertThat(AnomalyMessages.of("OF_A_LATER_VERSION").en()).contains("no text for");
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "org.lienthong.reporting.dossiers.anomalies",
                        Locale.forLanguageTag(language),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
