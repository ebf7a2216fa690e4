package org.lienthong.schemas.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.schemas.serde.UnreadableRecordException.Reason;

class ReceiptMessagesTest {

    @Test
    void everyCodeIsExplainedInBothLanguages() {
        assertThat(keys("vi")).isEqualTo(keys("en"));
        assertThat(ReceiptMessages.codes()).isNotEmpty().allSatisfy(code -> {
            assertThat(ReceiptMessages.of(code).vi()).endsWith(".");
            assertThat(ReceiptMessages.of(code).en())
                    .endsWith(".")
                    .isNotEqualTo(ReceiptMessages.of(code).vi());
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyWayOfBeingUnreadableIsExplained(Reason reason) {
        assertThat(ReceiptMessages.codes()).contains(reason.name());
    }

    /** Conflicts and quarantines have a code that says more than the outcome. */
    @Test
    void everyOtherOutcomeIsExplained() {
        assertThat(EnumSet.complementOf(EnumSet.of(Outcome.CONFLICT, Outcome.QUARANTINED)))
                .allSatisfy(outcome -> assertThat(ReceiptMessages.codes()).contains(outcome.name()));
    }

    @Test
    void aCodeOfALaterVersionHasAGeneralText() {
        assertThat(ReceiptMessages.codes()).doesNotContain("OF_A_LATER_VERSION");
        assertThat(ReceiptMessages.of("OF_A_LATER_VERSION").vi()).contains("chưa có lời giải thích");
        assertThat(ReceiptMessages.of("OF_A_LATER_VERSION").en()).contains("no text for");
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "org.lienthong.schemas.exchange.receipts",
                        Locale.forLanguageTag(language),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
