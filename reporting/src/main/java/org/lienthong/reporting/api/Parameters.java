package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Period;

/** Query parameters, read strictly: a slip is answered with what was expected instead of with other figures. */
final class Parameters {

    private static final int LONGEST_CODE = 200;

    private final Context request;

    /** @param known the parameters that the address takes */
    Parameters(Context request, Set<String> known) throws ProblemException {
        this.request = request;
        for (String name : request.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw unknown(name, known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    @Nullable LocalDate date(String name) throws ProblemException {
        return read(name, text -> LocalDate.from(inOurEra(LocalDate.parse(text))), "yyyy-MM-dd");
    }

    Period period() throws ProblemException {
        YearMonth from = month("from");
        YearMonth to = month("to");
        requireOrder(from, to);
        return new Period(from, to);
    }

    /**
     * Days, both ends included.
     *
     * @param from null: from the beginning
     * @param to null: to the end
     */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    Days days() throws ProblemException {
        LocalDate from = date("from");
        LocalDate to = date("to");
        requireOrder(from, to);
        return new Days(from, to);
    }

    private static <T extends Comparable<? super T>> void requireOrder(@Nullable T from, @Nullable T to)
            throws ProblemException {
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "\"from\" (" + from + ") sau \"to\" (" + to + "); đổi lại thứ tự.",
                    "\"from\" (" + from + ") is after \"to\" (" + to + "); swap them.");
        }
    }

    @Nullable Boolean flag(String name) throws ProblemException {
        return read(
                name,
                text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                "true | false");
    }

    /** A constant by its name, in any case. */
    <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) throws ProblemException {
        E[] constants = type.getEnumConstants();
        return read(
                name,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
                Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(" | ")));
    }

    /** A whole number, both bounds included. */
    @Nullable Integer number(String name, int least, int most) throws ProblemException {
        return read(
                name,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                least + "–" + most);
    }

    /** A code, see {@link #code(String, String)}; null: not given. */
    @Nullable String code(String name) throws ProblemException {
        String text = read(name, given -> given, "25000 | H36.25");
        return text == null ? null : code(name, text);
    }

    /** How many rows are wanted, {@code limit}: from 1 to the most that are given. */
    int limit(int usual, int most) throws ProblemException {
        Integer limit = number("limit", 1, most);
        return limit == null ? usual : limit;
    }

    /** A code or alias as people type it: trimmed, NFC; short and printable, so that it can be looked up and shown. */
    static String code(String name, @Nullable String text) throws ProblemException {
        String code = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFC)
                .strip();
        if (code.isEmpty() || code.length() > LONGEST_CODE || code.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "\"" + name + "\" phải có từ 1 đến " + LONGEST_CODE + " ký tự in được.",
                    "\"" + name + "\" must have 1 to " + LONGEST_CODE + " printable characters.");
        }
        return code;
    }

    private @Nullable YearMonth month(String name) throws ProblemException {
        return read(name, text -> YearMonth.from(inOurEra(YearMonth.parse(text))), "yyyy-MM");
    }

    /** Four digits of year: others parse in Java, but neither PostgreSQL nor a person means them. */
    private static TemporalAccessor inOurEra(TemporalAccessor date) {
        int year = date.get(ChronoField.YEAR);
        if (year < 1 || year > 9_999) {
            throw new DateTimeException("year " + year);
        }
        return date;
    }

    /**
     * The value of a parameter that comes once; null: not given.
     *
     * @param parser throws {@link DateTimeException} or {@link IllegalArgumentException} for what is no value
     * @param expected the form of a value, in no language
     */
    <T> @Nullable T read(String name, Function<String, T> parser, String expected) throws ProblemException {
        List<String> values = request.queryParams(name);
        return values.isEmpty() ? null : read(name, values, parser, expected);
    }

    /** The same of values that were given in another way, of which there must be one. */
    static <T> T read(String name, List<String> values, Function<String, T> parser, String expected)
            throws ProblemException {
        try {
            if (values.size() == 1) {
                return parser.apply(values.get(0));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Answered below, like a parameter that comes twice.
        }
        throw bad(name, String.join(", ", values), expected);
    }

    /** @param known names of parameters */
    static ProblemException unknown(String name, String known) {
        return new ProblemException(
                ProblemCode.UNKNOWN_PARAMETER,
                "Không có tham số \"" + shown(name) + "\"; dùng: " + known + ".",
                "There is no parameter \"" + shown(name) + "\"; use: " + known + ".");
    }

    /** @param expected the form of a value, in no language */
    static ProblemException bad(String name, String value, String expected) {
        String given = shown(value);
        return new ProblemException(
                ProblemCode.BAD_PARAMETER,
                "\"" + name + "\" là \"" + given + "\"; cần một giá trị dạng " + expected + ".",
                "\"" + name + "\" is \"" + given + "\"; give one value of the form " + expected + ".");
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
