package org.lienthong.reporting.explanation;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.words.Term;
import org.lienthong.schemas.words.Words;

/** How a person reads a value of a record. */
public final class ShownRules {

    private static final Locale VIETNAM = Locale.forLanguageTag("vi-VN");
    private static final DateTimeFormatter TIME_VI =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(WorkingTime.ZONE);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(WorkingTime.ZONE);
    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Fields that name an agency; {@code issuedBy} is of a permit. */
    private static final Set<String> AGENCIES = Set.of("receivingAgency", "holderAgency", "issuingAgency", "issuedBy");

    private static final String MICROS = "waitedMicros";
    private static final String ARROW = " → ";

    private ShownRules() {}

    /** Whether values of the field are agencies, which have names. */
    public static boolean isAgency(String field) {
        return AGENCIES.contains(field.substring(field.lastIndexOf('/') + 1));
    }

    /**
     * @param field of DossierRecord, or {@code permits/number/field}
     * @param value as {@link Shown} has it
     * @param agencies names by id, where known
     */
    public static Shown shown(String field, @Nullable Object value, boolean hidden, Map<String, String> agencies) {
        if (hidden) {
            return new Shown(null, true, "không hiển thị (dữ liệu cá nhân)", "not shown (personal data)");
        }
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return none();
        }
        if (value instanceof Instant at) {
            return time(at);
        }
        if (value instanceof LocalDate day) {
            return new Shown(value, false, DAY_VI.format(day), day.toString());
        }
        if (value instanceof Boolean yes) {
            return new Shown(value, false, yes ? "có" : "không", yes ? "yes" : "no");
        }
        if (value instanceof Long micros && field.equals(MICROS)) {
            return duration(micros);
        }
        if (value instanceof Number number) {
            String unit = value instanceof BigDecimal ? " VND" : "";
            return new Shown(value, false, number(VIETNAM, number) + unit, number(Locale.ENGLISH, number) + unit);
        }
        if (value instanceof List<?> list) {
            String text = list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return new Shown(value, false, text, text);
        }
        return text(field, value.toString(), agencies);
    }

    static Shown none() {
        return new Shown(null, false, "không có", "none");
    }

    public static Shown time(Instant at) {
        return new Shown(at, false, TIME_VI.format(at), TIME_EN.format(at));
    }

    /** @param detail of an anomaly: statuses, times, kinds of event and codes, one or two with an arrow between */
    public static Shown detail(String detail) {
        List<Shown> parts =
                Arrays.stream(detail.split(ARROW, -1)).map(ShownRules::part).toList();
        return new Shown(
                detail,
                false,
                parts.stream().map(Shown::vi).collect(Collectors.joining(ARROW)),
                parts.stream().map(Shown::en).collect(Collectors.joining(ARROW)));
    }

    private static Shown part(String text) {
        try {
            return time(Instant.parse(text));
        } catch (DateTimeParseException e) {
            Term status = Words.constant("status", text);
            Term word = status.vi().equals(text) ? Words.event(text) : status;
            return new Shown(text, false, word.vi(), word.en());
        }
    }

    private static Shown text(String field, String text, Map<String, String> agencies) {
        if (isAgency(field)) {
            String name = agencies.get(text);
            String shown = name == null ? text : name + " (" + text + ")";
            return new Shown(text, false, shown, shown);
        }
        Term constant = Words.constant(field, text);
        return new Shown(text, false, constant.vi(), constant.en());
    }

    private static Shown duration(long micros) {
        Duration time = Duration.of(micros, ChronoUnit.MICROS);
        long days = time.toDays();
        int hours = time.toHoursPart();
        int minutes = time.toMinutesPart();
        return new Shown(
                micros,
                false,
                days + " ngày " + hours + " giờ " + minutes + " phút",
                days + " d " + hours + " h " + minutes + " min");
    }

    private static String number(Locale locale, Number number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }
}
