package org.lienthong.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.Locale;

/** Results to standard output, talk to standard error; with {@code --json} the output is one JSON document. */
public final class Console {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    /** What people read. */
    public enum Language {
        VI,
        EN
    }

    private final PrintStream out;
    private final PrintStream err;
    private final Language language;
    private final boolean json;

    public Console(PrintStream out, PrintStream err, Language language, boolean json) {
        this.out = out;
        this.err = err;
        this.language = language;
        this.json = json;
    }

    public boolean isJson() {
        return json;
    }

    /** A message of the bundles in the chosen language. */
    public String text(String key, Object... values) {
        return language == Language.VI ? Messages.vietnamese(key, values) : Messages.english(key, values);
    }

    /** Words that come in both languages already. */
    public String either(String vietnamese, String english) {
        return language == Language.VI ? vietnamese : english;
    }

    /** 1.234 in Vietnamese, 1,234 in English. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale()).format(value);
    }

    /** With one decimal: 1.234,5 in Vietnamese, 1,234.5 in English. */
    public String decimal(double value) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** Says what goes on; never part of the result. */
    public void say(String key, Object... values) {
        err.println(text(key, values));
    }

    /** A line or table of the result; nothing with {@code --json}. */
    public void print(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /** The result for programs; nothing without {@code --json}. */
    public void printJson(Object result) {
        if (json) {
            out.println(json(result));
        }
    }

    /** Indented JSON. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("value has no JSON form: " + value.getClass(), e);
        }
    }

    public ProgressCount count(String key, Object... values) {
        return new ProgressCount(err, System.console() != null, text(key, values));
    }

    public ProgressBar progress(String key, long total) {
        return new ProgressBar(err, System.console() != null, text(key), total);
    }

    private Locale locale() {
        return language == Language.VI ? Locale.forLanguageTag("vi-VN") : Locale.ENGLISH;
    }
}
