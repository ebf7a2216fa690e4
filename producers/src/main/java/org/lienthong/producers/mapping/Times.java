package org.lienthong.producers.mapping;

import static org.lienthong.producers.problem.ProblemCode.TIME_INVALID;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads times as logs write them: ISO 8601, with {@code T} or a blank, with or without an offset, or a date alone,
 * beside the mapping's own formats.
 */
final class Times {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final List<DateTimeFormatter> formats = new ArrayList<>();

    /** @throws IllegalArgumentException for a pattern that is none */
    Times(ZoneId zone, List<String> patterns) {
        this.zone = zone;
        for (String pattern : patterns) {
            formats.add(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.SMART));
        }
        formats.add(ISO);
    }

    /** @throws RejectedRowException naming the column, when the text is no time */
    Instant parse(String text, String column) {
        for (DateTimeFormatter format : formats) {
            try {
                TemporalAccessor time =
                        format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return instant(time);
            } catch (DateTimeParseException e) {
                continue; // not this one: the next format may fit
            } catch (DateTimeException e) {
                break;
            }
        }
        throw new RejectedRowException(TIME_INVALID, column);
    }

    /** The same time in one form, in the log's own zone. */
    String canonical(String text, String column) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                parse(text, column).atZone(zone).toOffsetDateTime());
    }

    ZoneId zone() {
        return zone;
    }

    private Instant instant(TemporalAccessor time) {
        if (time instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        if (time instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return LocalDate.from(time).atStartOfDay(zone).toInstant();
    }
}
