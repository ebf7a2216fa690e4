package org.lienthong.schemas.redrive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.schemas.exchange.Origin;

/**
 * Where a record stands, as one text: {@code topic-partition-offset}, such as {@code dossier.events-3-1042}. A topic's
 * name may itself have dashes and end in numbers; the last two numbers are partition and offset.
 */
public final class Origins {

    /** Kafka's own bound on the name of a topic; numbers as they are written, so that one place has one text. */
    private static final Pattern TEXT = Pattern.compile("([a-zA-Z0-9._-]{1,249})-(0|[1-9][0-9]*)-(0|[1-9][0-9]*)");

    private Origins() {}

    /** Empty for whatever {@link #text} would not have written. */
    public static Optional<Origin> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches() || parts.group(1).equals(".") || parts.group(1).equals("..")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Origin(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
        } catch (NumberFormatException e) {
            // More digits than any partition or offset has.
            return Optional.empty();
        }
    }

    public static String text(Origin origin) {
        return origin.getTopic() + "-" + origin.getPartition() + "-" + origin.getOffset();
    }
}
