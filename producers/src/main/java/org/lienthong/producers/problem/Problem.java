package org.lienthong.producers.problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to mend, in words for that person.
 *
 * @param code stable: programs and recipes may depend on its name
 * @param arguments what the message names: a file, a line, a column, a reason; never personal data
 */
public record Problem(ProblemCode code, List<String> arguments) {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final String BUNDLE = "org.lienthong.producers.problem.problems";

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(ProblemCode code, @Nullable Object... arguments) {
        return new Problem(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The message alone: English where asked for, Vietnamese for every other locale. */
    public String message(Locale locale) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        String pattern = ResourceBundle.getBundle(BUNDLE, locale, noFallback).getString(code.name());
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    /** Code and both messages in one line, Vietnamese first. */
    @Override
    public String toString() {
        return code + ": " + message(VIETNAMESE) + " / " + message(Locale.ENGLISH);
    }
}
