package org.lienthong.app.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the program says to a person: Vietnamese first, English beside it. */
public final class Messages {

    private static final String BUNDLE = "org.lienthong.app.messages";
    private static final ResourceBundle VIETNAMESE =
            ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag("vi"), noFallback());
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, noFallback());

    private Messages() {}

    public static String vietnamese(String key, Object... values) {
        return format(VIETNAMESE, key, values);
    }

    public static String english(String key, Object... values) {
        return format(ENGLISH, key, values);
    }

    /** Both languages, a line each. */
    public static String both(String key, Object... values) {
        return vietnamese(key, values) + System.lineSeparator() + english(key, values);
    }

    /** Code and both languages in one line, for a list of results. */
    public static String inOneLine(String code, Object... values) {
        return code + ": " + vietnamese(code, values) + " / " + english(code, values);
    }

    private static String format(ResourceBundle bundle, String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    private static ResourceBundle.Control noFallback() {
        return ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    }
}
