package org.lienthong.reporting.database;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dossier stands in a list, {@code database~position~code}: the next page begins after it, whatever came or
 * went in between.
 *
 * @param database id of the database that gave it, see {@link DatabaseIdentity}
 * @param position what the list is ordered by first: a day or a time
 * @param code of the dossier
 */
public record ListPlace<P>(String database, P position, String code) {

    private static final Pattern FORM =
            Pattern.compile("(" + DatabaseIdentity.ID + ")~(\\d{4}-[^~]{1,30})~([^\\p{Cntrl}]{1,200})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param position reads the position
     * @throws java.time.DateTimeException when the position is none
     * @throws IllegalArgumentException when the rest cannot be a place
     */
    public static <P> ListPlace<P> parse(String text, Function<String, P> position) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no place in a list of dossiers");
        }
        return new ListPlace<>(parts.group(1), position.apply(parts.group(2)), parts.group(3));
    }

    @Override
    public String toString() {
        return database + "~" + position + "~" + code;
    }
}
