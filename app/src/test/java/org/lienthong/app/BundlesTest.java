package org.lienthong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundlesTest {

    @Test
    void everythingIsSaidInBothLanguages() {
        assertThat(keys(Locale.forLanguageTag("vi"))).isEqualTo(keys(Locale.ENGLISH));
    }

    private static Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "org.lienthong.app.messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
