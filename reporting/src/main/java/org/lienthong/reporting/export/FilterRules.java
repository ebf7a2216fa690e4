package org.lienthong.reporting.export;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Reads the value of a filter as people write it. */
final class FilterRules {

    private static final int LONGEST_CODE = 200;
    private static final int LAST_YEAR = 9_999;

    private FilterRules() {}

    /** The value for the statement. */
    static Object value(ReportField field, String text) throws WrongFilterException {
        try {
            return switch (field.kind()) {
                case DAY -> inOurEra(LocalDate.parse(text));
                case MONTH -> inOurEra(YearMonth.parse(text).atDay(1));
                case NAME -> name(field, text);
                case OVERDUE -> flag(text);
                case CODE, UNIT, BEGINNING -> code(text);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new WrongFilterException(WrongFilterException.Kind.BAD_VALUE, field.name(), text, field.expected());
        }
    }

    private static String name(ReportField field, String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (!List.of(field.expected().split(" \\| ")).contains(name)) {
            throw new IllegalArgumentException("not one of the names");
        }
        return name;
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String code(String text) {
        String code = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (code.isEmpty() || code.length() > LONGEST_CODE || code.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no code");
        }
        return code;
    }

    private static LocalDate inOurEra(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + day.getYear());
        }
        return day;
    }
}
