package org.lienthong.schemas.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a receipt's code says to a person: what became of the event, and what to do. One place for the wire and for the
 * API, so that both say the same. The texts take no arguments and so hold no personal data.
 */
public final class ReceiptMessages {

    private static final String BUNDLE = "org.lienthong.schemas.exchange.receipts";
    private static final String UNKNOWN = "UNKNOWN";

    private static final Map<String, Message> MESSAGES = read();

    private ReceiptMessages() {}

    /** The same message in both languages. */
    public record Message(String vi, String en) {}

    /** Of a code that this version does not know: a general text. */
    public static Message of(String code) {
        return MESSAGES.getOrDefault(code, MESSAGES.get(UNKNOWN));
    }

    /** Every code that has a text of its own, sorted. */
    public static SortedSet<String> codes() {
        SortedSet<String> codes = new TreeSet<>(MESSAGES.keySet());
        codes.remove(UNKNOWN);
        return codes;
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
