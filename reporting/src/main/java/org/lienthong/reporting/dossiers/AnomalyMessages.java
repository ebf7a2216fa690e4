package org.lienthong.reporting.dossiers;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.lienthong.schemas.exchange.ReceiptMessages.Message;

/** What the code of an anomaly says to a person: what is odd, and what to do. */
final class AnomalyMessages {

    private static final String BUNDLE = "org.lienthong.reporting.dossiers.anomalies";
    private static final String UNKNOWN = "UNKNOWN";

    private static final Map<String, Message> MESSAGES = read();
    private static final Message GENERAL = requireNonNull(MESSAGES.get(UNKNOWN));

    private AnomalyMessages() {}

    /** Of a code that this version does not know: a general text. */
    static Message of(String code) {
        Message message = MESSAGES.get(code);
        return message == null ? GENERAL : message;
    }

    private static Map<String, Message> read() {
        ResourceBundle vietnamese = bundle("vi");
        ResourceBundle english = bundle("en");
        return vietnamese.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        code -> code, code -> new Message(vietnamese.getString(code), english.getString(code))));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE, Locale.forLanguageTag(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
